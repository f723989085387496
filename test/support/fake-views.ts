import type { ActionItemRow } from "../../src/core/views/action-item-view.ts";
import type { IncidentRow } from "../../src/core/views/incident-row.ts";
import type { IncidentView } from "../../src/core/views/incident-view.ts";
import type { PostmortemView } from "../../src/core/views/postmortem-view.ts";
import type { RunbookView } from "../../src/core/views/runbook-view.ts";
import type { Shown } from "../../src/core/views/shown.ts";
import { instantWords } from "../../src/core/words/instant-words.ts";

/** The view of an invented incident. */
export function incident(base: string, number: number): IncidentView {
  const checkout = service(base, "checkout");
  const marks = (["started", "detected", "mitigated", "resolved"] as const).map((name, index) => ({
    name,
    word: name,
    at: at(`2026-03-14T1${index}:05:00Z`),
    after: `${index} h`,
    position: index * 333,
    label: { anchor: "start", row: 0 } as const,
  }));
  return {
    row: incidentRow(base, number),
    bar: { marks, open: false, length: "3 h", rows: 1, hurt: { from: 0, to: 666 } },
    milestones: marks.map(({ word, at: instant }) => ({ word, at: instant })),
    lanes: [
      {
        service: checkout,
        levels: [{ state: outage, span: "41 min" }],
        segments: [{ state: outage, from: 0, width: 200, title: "Major outage, 41 min" }],
      },
    ],
    impact: [
      { service: checkout, state: outage, span: "41 min", from: at("2026-03-14T10:05:00Z"), notes: [] },
    ],
    figures: [{ name: "Time to restore", value: "2 h", formula: "detected → resolved" }],
    costs: [{ name: "Support tickets", value: "12" }],
    roles: [{ role: "Incident commander", holders: [{ person: "@money-lead" }] }],
    factors: [],
    unmetPermissions: [],
    terms: [
      {
        vocabulary: "Layers",
        terms: [{ id: "data", title: "Data and storage", url: `${base}taxonomy/layers/data/` }],
      },
    ],
    bodyHtml: body(number),
    timelineHtml: timeline(number),
    telling: {
      updates: [
        {
          at: at("2026-03-14T11:05:00Z"),
          status: "identified",
          text: `We know what it is (${number}).`,
          late: false,
        },
      ],
      marks: [{ position: 333, title: "identified" }],
    },
    hypotheses: [],
    runbooks: [
      {
        runbook: { id: "pool", title: "The pool runs dry", url: `${base}runbooks/runbook-${number}/` },
        outcome: { id: "helped", word: "Helped", shape: "✓" },
        automated: false,
      },
    ],
    related: [],
    postmortems: [
      {
        postmortem: { id: "p", title: "What we learned", url: `${base}postmortems/postmortem-${number}/` },
        state: final,
        lesson: "Ask first.",
      },
    ],
    actionItems: [actionItem(base, number)],
  };
}

/** The view of an invented postmortem. */
export function postmortem(base: string, number: number): PostmortemView {
  const url = `${base}postmortems/postmortem-${number}/`;
  return {
    row: {
      id: `postmortem-${number}`,
      title: title(number),
      url,
      state: final,
      lesson: "Ask first.",
      incidents: [incidentRow(base, number)],
    },
    authors: ["@money-lead"],
    reviewers: [],
    bodyHtml: body(number),
    contents: [
      { id: "summary", title: "Summary" },
      { id: "impact", title: "Impact" },
    ],
    actionItems: [actionItem(base, number)],
    showActionItems: true,
    completeness: { score: 80, missing: ["Lessons"] },
  };
}

/** The view of an invented runbook. */
export function runbook(base: string, number: number): RunbookView {
  return {
    row: {
      id: `runbook-${number}`,
      title: title(number),
      url: `${base}runbooks/runbook-${number}/`,
      kind: "runbook",
      services: [service(base, "checkout")],
      alerts: [{ id: "PoolDry", title: "PoolDry", url: `${base}alerts/PoolDry/` }],
      freshness: { id: "fresh", word: "Verified", shape: "✓" },
    },
    onCall: [],
    escalation: [{ name: "Primary", contacts: ["@money-primary"], channels: ["page"] }],
    permissions: [{ name: "Deploy to production" }],
    estimatedTime: "10 min",
    variables: [{ name: "REGION", description: "Where it fails", options: [] }],
    decisions: [
      {
        id: "start",
        number: 1,
        ask: "Does it answer?",
        answers: [{ answer: "No", next: "start", number: 1 }],
      },
    ],
    bodyHtml: body(number),
    contents: [],
    uses: [],
  };
}

/** An invented incident as a row. */
export function incidentRow(base: string, number: number): IncidentRow {
  return {
    id: `incident-${number}`,
    title: title(number),
    url: `${base}incidents/incident-${number}/`,
    severity: { id: "SEV1", weight: 1, name: "Critical", url: `${base}taxonomy/severities/sev1/` },
    state: { id: "resolved", word: "Resolved", shape: "✓" },
    nearMiss: false,
    services: [service(base, "checkout")],
    began: at("2026-03-14T10:05:00Z"),
    duration: "2 h",
  };
}

function actionItem(base: string, number: number): ActionItemRow {
  const url = `${base}postmortems/postmortem-${number}/`;
  return {
    id: `ai-${number}`,
    title: title(number),
    url: `${url}#ai-${number}`,
    from: { id: "p", title: "P", url },
    kind: "prevent",
    priority: "high",
    due: "1 April 2026",
    slips: [],
    state: { id: "open", word: "Open", shape: "○" },
  };
}

function service(base: string, id: string): Shown {
  return { id, title: "Checkout", url: `${base}services/${id}/` };
}

const outage = { id: "outage", word: "Major outage", shape: "■" };
const final = { id: "final", word: "Final", shape: "✓" };

/** An instant in words. */
export function at(instant: string) {
  return instantWords(instant, "Europe/Berlin");
}

/** A title with characters that HTML means something by. */
export function title(number: number): string {
  return `Orders & payments <${number}> "slow"`;
}

/** About 900 words of text with a table and code, as long as real ones are. */
function body(number: number): string {
  const paragraph = `<p>${`Paragraph ${number} says what happened and what was done about it then. `.repeat(12)}</p>`;
  const table = `<div class="table-wrap" tabindex="0"><table><tbody>${"<tr><td>10:05</td><td>41 %</td></tr>".repeat(8)}</tbody></table></div>`;
  const code = `<pre class="code" tabindex="0"><code class="language-bash"><span class="token function">kubectl</span> get pods -n ${number}</code></pre>`;
  return `<h2 id="summary">Summary</h2>${paragraph.repeat(3)}<h2 id="impact">Impact</h2>${paragraph.repeat(3)}${table}${code}`;
}

function timeline(number: number): string {
  const entry = `<li class="timeline-entry" data-kind="action"><span class="timeline-time"><time datetime="2026-03-14T10:05:00Z">10:05 UTC</time></span><div class="timeline-body"><p>Entry ${number} of the timeline.</p></div></li>`;
  return `<ol class="timeline">${entry.repeat(14)}</ol>`;
}
