import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { type Files, makeContentFolder, minimalFile } from "../support/content-folder.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";
const RUNBOOK = "runbooks/checkout-pool-exhausted.mdx";
const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** Each pair differs only in what is dated 20 March or later. */
const CASES: readonly (readonly [string, Files, Files?])[] = [
  [
    "an incident",
    { "incidents/2026-03-21-later.mdx": minimalFile(INCIDENT).replaceAll("2026-03-14T", "2026-03-21T") },
  ],
  [
    "the end of an incident",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "verified: 2026-03-14T18:40:00Z",
          "verified: 2026-03-14T18:40:00Z\n  closed: 2026-03-21T10:00:00Z",
        ),
      ),
    },
  ],
  [
    "an update",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "runbooks:",
          "  - { at: 2026-03-21T10:00:00Z, status: resolved, text: We learned why. }\nrunbooks:",
        ),
      ),
    },
  ],
  [
    "an entry of the timeline",
    {
      [INCIDENT]: incident((text) =>
        text.replace("updates:", "  - { at: 2026-03-21T10:00:00Z, text: A late thought }\nupdates:"),
      ),
    },
  ],
  [
    "the end of an impact",
    { [INCIDENT]: incident((text) => text.replace("to: 2026-03-14T17:52:00Z", "to: 2026-03-21T10:00:00Z")) },
    { [INCIDENT]: incident((text) => text.replace(", to: 2026-03-14T17:52:00Z", "")) },
  ],
  [
    "an impact",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "  - { service: payments, level: none, from: 2026-03-21T10:00:00Z, to: 2026-03-21T11:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a role",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "roles:\n  - { role: scribe, person: ada, from: 2026-03-21T10:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a finding",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "hypotheses:\n  - { text: It was the moon, state: confirmed, at: 2026-03-21T10:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a notice to an authority",
    { [INCIDENT]: exposed(", sent: 2026-03-21T10:00:00Z") },
    { [INCIDENT]: exposed("") },
  ],
  [
    "the end of an exposure",
    { [INCIDENT]: exposed("", "\n  contained: 2026-03-21T10:00:00Z") },
    { [INCIDENT]: exposed("") },
  ],
  [
    "a postmortem",
    {
      [POSTMORTEM]: minimalFile(POSTMORTEM, "drafted: 2026-03-16T10:00:00Z", "drafted: 2026-03-21T10:00:00Z"),
    },
    { [POSTMORTEM]: undefined },
  ],
  [
    "that a postmortem is final",
    {
      [POSTMORTEM]: minimalFile(
        POSTMORTEM,
        "finalized: 2026-03-20T15:00:00Z",
        "finalized: 2026-03-21T10:00:00Z",
      ),
    },
    {
      [POSTMORTEM]: minimalFile(POSTMORTEM, "finalized: 2026-03-20T15:00:00Z\n").replace(
        "state: final",
        "state: in-review",
      ),
    },
  ],
  [
    "an action item",
    { [POSTMORTEM]: items("opened: 2026-03-21") },
    { [POSTMORTEM]: items("opened: 2026-03-25") },
  ],
  [
    "that an item was done",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace("status: open", "status: done\n    done: 2026-03-21"),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
  [
    "that an item was dropped",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace(
        "status: open",
        "status: dropped\n    dropped: 2026-03-21\n    reason: Moot",
      ),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
  [
    "that an item slipped",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace(
        "status: open",
        "status: open\n    slips: [{ to: 2026-05-01, on: 2026-03-21, reason: Busy }]",
      ),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
  [
    "that a runbook was verified",
    { [RUNBOOK]: minimalFile(RUNBOOK, "on: 2026-03-20", "on: 2026-03-22") },
    { [RUNBOOK]: minimalFile(RUNBOOK, "verified: { on: 2026-03-20, by: ada, how: dry-run }\n") },
  ],
  [
    "that an automation ran and was validated",
    {
      [RUNBOOK]: automation("validated: 2026-03-21, runs: [{ at: 2026-03-21T10:00:00Z, outcome: did-harm }]"),
    },
    { [RUNBOOK]: automation("runs: []") },
  ],
  [
    "that escalation was tested",
    { "teams.yaml": minimalFile("teams.yaml", "lastTested: 2026-03-01", "lastTested: 2026-03-21") },
    { "teams.yaml": minimalFile("teams.yaml", "\n        lastTested: 2026-03-01") },
  ],
  [
    "that a dashboard was reviewed",
    { "services/payments.mdx": dashboards("lastReviewed: 2026-03-21") },
    { "services/payments.mdx": dashboards("lastReviewed: 2026-04-25") },
  ],
  [
    "a game day",
    {
      "game-days/later.mdx":
        "---\ntitle: Later\non: 2026-03-21\nscenario: None\nservices: [checkout]\nactionItems: [{ id: ai-9, title: T, kind: detect, owner: payments, opened: 2026-03-21, status: open }]\n---\n",
    },
  ],
  [
    "planned work",
    {
      "maintenance/later.mdx":
        "---\ntitle: Later\nvisibility: public\nannounced: 2026-03-21T10:00:00Z\nschedule: { from: 2026-03-22T10:00:00Z, to: 2026-03-22T11:00:00Z }\nservices: [{ service: checkout, expected: none }]\n---\n",
    },
  ],
  [
    "changes, pages and silences",
    {
      "changes/2026-03.yaml":
        "changes: [{ id: c, at: 2026-03-21T10:00:00Z, kind: flag, services: [checkout], what: Later }]\n",
      "on-call/2026-03.yaml":
        "pages: [{ at: 2026-03-21T10:00:00Z, team: payments, alert: CheckoutLatencyHigh }]\n",
      "suppressions.yaml":
        "suppressions: [{ alert: CheckoutLatencyHigh, owner: payments, reason: R, from: 2026-03-21T10:00:00Z, until: 2026-03-22T10:00:00Z }]\n",
    },
  ],
];
const LATER = CASES.map(([name, files, without = {}]): [string, Files, Files] => [name, files, without]);

test.each(LATER)("on 19 March nobody knows of %s of 20 March or later", (_, files, without) => {
  const at = "2026-03-19T12:00:00Z";
  expect(knownAt(files, at)).toEqual(knownAt(without, at));
});

test.each(LATER)("on 30 March %s is known", (_, files, without) => {
  const at = "2026-03-30T12:00:00Z";
  expect(knownAt(files, at).known).not.toEqual(knownAt(without, at).known);
});

test("an incident is told as far as it had come", () => {
  const row = (at: string) => {
    const view = knownAt({}, at).views["/incidents/2026-03-14-checkout-timeouts/"];
    return view && (JSON.parse(view) as { row: { state: { id: string }; duration?: string } }).row;
  };
  expect(row("2026-03-14T17:37:00Z")).toBeUndefined();
  expect(row("2026-03-14T17:45:00Z")).toMatchObject({ state: { id: "open" }, duration: "7 min so far" });
  expect(row("2026-03-14T18:00:00Z")).toMatchObject({
    state: { id: "mitigated" },
    duration: "22 min so far",
  });
  expect(row("2026-03-14T18:30:00Z")).toMatchObject({ state: { id: "resolved" }, duration: "34 min" });
});

/** All that is known at an instant, and all that a colleague would be shown. */
function knownAt(files: Files, at: string) {
  const { content, root } = makeContentFolder(files);
  made.push(root);
  const { knowledgeBase, diagnostics } = readContent(content, join(root, "cache"));
  expect(diagnostics).toEqual([]);
  const now = epochOf(at);
  const { look: _, ...known } = asKnownAt(knowledgeBase!, now);
  const projection = project(asKnownAt(knowledgeBase!, now), readerOf(knowledgeBase!.site, "internal")!, now);
  const views = Object.fromEntries(
    [...pagesOf(viewContext(projection, now))].map(({ path, view }) => [path, JSON.stringify(view)]),
  );
  const nonEmpty = (logs: readonly { data: object }[]) =>
    logs.filter(({ data }) => Object.values(data).some((list) => list.length > 0));
  return {
    known: {
      ...known,
      changeLogs: nonEmpty(known.changeLogs),
      onCallLogs: nonEmpty(known.onCallLogs),
      suppressions: nonEmpty(known.suppressions),
    },
    views,
  };
}

function incident(change: (text: string) => string): string {
  const text = minimalFile(INCIDENT);
  const changed = change(text);
  if (changed === text) throw new Error("Unexpected incident that is as before");
  return changed;
}

function exposed(sent: string, contained = ""): string {
  return incident((text) =>
    text.replace(
      "detection:",
      `exposure:\n  scope: Names${contained}\n  notifications:\n    - { authority: A, basis: B, clockStarted: 2026-03-14T18:00:00Z, due: 2026-03-17T18:00:00Z${sent} }\ndetection:`,
    ),
  );
}

function items(opened: string): string {
  return minimalFile(POSTMORTEM, "opened: 2026-03-20", opened);
}

function automation(fields: string): string {
  return minimalFile(RUNBOOK, "verified:", `automation: { guard: G, ${fields} }\nverified:`);
}

function dashboards(field: string): string {
  return minimalFile(
    "services/payments.mdx",
    "aliases:",
    `dashboards: [{ title: D, url: "https://a.example/", ${field} }]\naliases:`,
  );
}
