import { markVariables } from "../../src/core/markdown/mark-variables.ts";
import type { AlertView } from "../../src/core/views/alert-view.ts";
import type { Page } from "../../src/core/views/page.ts";
import type { RunbookView } from "../../src/core/views/runbook-view.ts";
import { instantWords } from "../../src/core/words/instant-words.ts";

const calls = [
  { name: "Primary", contacts: ["@money-primary"], channels: ["page", "phone"] },
  { name: "Backup", contacts: ["@money-backup"], channels: ["page"], after: "10 min" },
];

const step = (number: number, title: string, html: string) =>
  `<section class="step" id="step-${number}"><h3 class="step-title"><span class="step-number">${number}</span> ${title}</h3>${html}<p class="step-expected"><strong>Expect:</strong> it answers.</p><p class="step-back"><strong>Way back:</strong> poolctl lower $POD</p></section>`;

const code = (text: string) =>
  `<pre class="code" tabindex="0"><code class="language-bash">${text}</code></pre>`;

/** An invented playbook with three steps, two variables and a tree of four nodes, and an alert that no runbook answers. */
export function* fakeRunbookPages(base: string): Generator<Page> {
  const view: RunbookView = {
    row: {
      id: "pool",
      title: "The pool runs dry",
      url: `${base}runbooks/pool/`,
      kind: "playbook",
      services: [{ id: "checkout", title: "Checkout" }],
      alerts: [],
      freshness: { id: "fresh", word: "Verified", shape: "✓" },
    },
    onCall: [],
    escalation: calls,
    permissions: [{ name: "Deploy", breakGlass: "Ask the duty manager" }],
    variables: [
      { name: "POD", description: "Which pod", options: [] },
      { name: "REGION", description: "Where", default: "north", options: ["north", "south"] },
    ],
    decisions: [
      {
        id: "start",
        number: 1,
        ask: "Does it answer?",
        answers: [
          { answer: "Yes", next: "slow", number: 2 },
          { answer: "No", next: "dead", number: 3 },
        ],
      },
      { id: "slow", number: 2, ask: "Is it slow?", answers: [{ answer: "Very", next: "wait", number: 4 }] },
      { id: "dead", number: 3, do: "Restart it.", answers: [] },
      { id: "wait", number: 4, do: "Wait for a minute.", answers: [] },
    ],
    bodyHtml: markVariables(
      [
        step(1, "Look", code(`poolctl show $POD --region ${"$"}{REGION}`)),
        step(2, "Raise", code('poolctl raise <span class="token variable">$POD</span>')),
        step(3, "Watch", "<p>For five minutes.</p>"),
      ].join(""),
      ["POD", "REGION"],
    ),
    contents: [],
    uses: [],
  };
  yield { path: "/runbooks/pool/", template: "runbook", title: view.row.title, view };
  yield {
    path: "/runbooks/other/",
    template: "runbook",
    title: "Another",
    view: { ...view, row: { ...view.row, id: "other", title: "Another", url: `${base}runbooks/other/` } },
  };
  yield {
    path: "/offline/",
    template: "offline",
    title: "Not kept on this device",
    view: { runbooks: [view.row] },
  };
  const alert: AlertView = {
    name: "PoolDry",
    runbooks: [],
    services: [
      { service: { id: "checkout", title: "Checkout" }, owner: { id: "payments", title: "Payments" } },
    ],
    calls: [{ team: { id: "payments", title: "Payments" }, onCall: [], levels: calls }],
    past: [
      {
        incident: {
          id: "2026-03-14-pool",
          title: "Checkout was slow",
          url: `${base}runbooks/pool/`,
          severity: { id: "SEV2", weight: 2, name: "Major", url: `${base}runbooks/pool/` },
          state: { id: "resolved", word: "Resolved", shape: "✓" },
          nearMiss: false,
          services: [],
          began: instantWords("2026-03-14T10:05:00Z", "Europe/Berlin"),
          duration: "41 min",
        },
        runbooks: [
          {
            runbook: { id: "pool", title: "The pool runs dry", url: `${base}runbooks/pool/` },
            outcome: "helped",
          },
        ],
        before: "The pool is raised.",
      },
    ],
    pastOf: "alert",
  };
  yield { path: "/alerts/PoolDry/", template: "alert", title: "PoolDry", view: alert };
}
