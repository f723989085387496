import type { Files } from "./content-folder.ts";

/** An incident of the highest severity that is resolved and has no postmortem yet, driven in issue 1. */
export const RESOLVED = "2026-03-30-search-slow";

/** People with logins, and that incident. */
export const GITHUB_FILES: Files = {
  "teams.yaml": `people:
  - { handle: ada, role: Engineer, github: ana }
  - { handle: grace, role: Engineer, github: bo }
  - { handle: joan, role: Engineer, active: false }
teams:
  - id: payments
    name: Payments team
    members: [ada, grace]
    aliases: [billing-team]
    escalation:
      - { name: Primary, contacts: [ada], channels: [{ kind: page }], lastTested: 2026-03-01 }
      - { name: Backup, contacts: [grace], channels: [{ kind: phone }], lastTested: 2026-03-01 }
`,
  [`incidents/${RESOLVED}.mdx`]: `---
title: "Search is slow @everyone Fixes #1 \`rm -rf\` <!-- "
visibility: internal
severity: { initial: SEV1, peak: SEV1 }
services: [checkout]
milestones:
  started: 2026-03-30T10:00:00Z
  detected: 2026-03-30T10:05:00Z
  mitigated: 2026-03-30T10:30:00Z
  resolved: 2026-03-30T11:00:00Z
impact:
  - { service: checkout, level: major_outage, from: 2026-03-30T10:00:00Z, to: 2026-03-30T10:30:00Z }
roles:
  - { role: incident-commander, person: ada, from: 2026-03-30T10:05:00Z }
detection: { source: alert, alert: CheckoutLatencyHigh }
trigger: load-change
layers: [service]
factors: [gap-in-monitoring]
timeline:
  - { at: 2026-03-30T10:05:00Z, kind: alert, text: Alert CheckoutLatencyHigh }
updates:
  - { at: 2026-03-30T10:10:00Z, status: investigating, text: Some searches are slow. }
runbooks:
  - { runbook: checkout-pool-exhausted, outcome: helped }
tracker: https://github.com/octo/incidents/issues/1
---
`,
};
