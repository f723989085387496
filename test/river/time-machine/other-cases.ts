import { minimalFile } from "../../support/content-folder.ts";
import type { Case } from "./case.ts";

const RUNBOOK = "runbooks/checkout-pool-exhausted.mdx";

/** What becomes known of runbooks, teams, services, practice, planned work and logs. */
export const OTHER_CASES: readonly Case[] = [
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
