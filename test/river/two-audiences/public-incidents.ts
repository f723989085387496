import { INCIDENT, publicIncident } from "./entries.ts";
import type { Mutation } from "./mutation.ts";

/** Changes of the inner side of a public incident. */
export const PUBLIC_INCIDENTS: readonly Mutation[] = [
  [
    "who did what in a public incident",
    {
      [INCIDENT]: publicIncident({
        roles: "roles:\n  - { role: incident-commander, person: ada }\n",
        hypotheses: "hypotheses:\n  - { text: Inner guess, state: ruled-out, by: grace }\n",
      }),
    },
  ],
  [
    "when a public incident woke somebody",
    {
      [INCIDENT]: publicIncident({})
        .replace("paged: 2026-03-14T17:39:00Z", "paged: 2026-03-14T17:40:00Z")
        .replace("verified: 2026-03-14T18:40:00Z", "verified: 2026-03-14T18:45:00Z"),
    },
  ],
  [
    "how a public incident was noticed and by which runbook it was met",
    {
      [INCIDENT]: publicIncident({})
        .replace("alert: CheckoutLatencyHigh }", "note: An inner note }")
        .replace("outcome: helped", "outcome: partly, note: An inner note"),
    },
  ],
  [
    "how a factor contributed",
    {
      [INCIDENT]: publicIncident({}).replace(
        "factors: [gap-in-monitoring]",
        "factors: [{ factor: gap-in-monitoring, note: An inner note }]",
      ),
    },
  ],
  [
    "the internal part of its timeline",
    { [INCIDENT]: publicIncident({}).replace("Pool size raised from 20 to 60", "Inner size raised") },
  ],
  [
    "what it cost, its issue, its tags",
    {
      [INCIDENT]: publicIncident({
        more: "tags: [inner]\ntracker: https://inner.example/1\nsupportTickets: 4\nsignature: inner-signature\nobservabilityGaps: [traces]\nunmetPermissions: [Inner right]\n",
      }),
    },
  ],
];
