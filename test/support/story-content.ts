import { type Files, minimalFile } from "./content-folder.ts";

/** A shop whose checkout customers know, with people who have logins and take turns on call. */
export const STORY_FILES: Files = {
  "site.yaml":
    "schemaVersion: 1\nname: Minimal shop\nurl: https://tidemark.example.org/\ntimeZone: Europe/Berlin\n",
  "taxonomy.yaml": minimalFile(
    "taxonomy.yaml",
    "aliases: [P1]",
    "aliases: [P1, critical]\n    updateEvery: 30min",
  ),
  "teams.yaml": `people:
  - { handle: ada, role: Engineer, github: ana }
  - { handle: grace, role: Lead engineer, github: bo }
teams:
  - id: payments
    name: Payments team
    members: [ada, grace]
    aliases: [billing-team]
    roster: { zone: Europe/Berlin, rotation: [ada, grace], starts: 2026-03-30T09:00:00+02:00, shiftLength: 7d }
    escalation:
      - { name: Primary, contacts: [ada], channels: [{ kind: page }], lastTested: 2026-03-01 }
      - { name: Backup, contacts: [grace], channels: [{ kind: phone }], lastTested: 2026-03-01 }
`,
  "services/checkout.mdx": minimalFile(
    "services/checkout.mdx",
    "title: Checkout\n",
    "title: Checkout\ncomponent: { name: Checkout, group: Buying }\n",
  ),
};

/** What the monitoring system sends when the story begins. */
export const STORY_ALERT = {
  version: "4",
  groupKey: "{}",
  status: "firing",
  receiver: "tidemark",
  alerts: [
    {
      status: "firing",
      labels: { alertname: "CheckoutLatencyHigh", severity: "critical", instance: "10.0.0.1:9090" },
      annotations: { summary: "Every third payment takes longer than ten seconds" },
      startsAt: "2026-04-01T07:58:30Z",
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "https://prometheus.example.org/graph",
    },
  ],
};
