import type { Code } from "./code.ts";

/** Problems of services, alerts, journeys and escalation. */
export const SERVICE_CODES: readonly Code[] = [
  {
    code: "alert-unanswered",
    severity: "note",
    title: "An alert that wakes somebody and has no runbook",
    explanation:
      "Whoever is woken by this alert starts from nothing. Write a runbook and list the alert in it, or let the alert open a ticket instead.",
    wrong: `# services/checkout.mdx
alerts: [{ name: CheckoutLatencyHigh }]`,
    right: `# runbooks/checkout-latency.mdx
alerts: [CheckoutLatencyHigh]`,
    language: "yaml",
  },
  {
    code: "suppression-endless",
    severity: "error",
    title: "A suppression that never ends",
    explanation:
      "A silenced alert without an end is a removed alert that nobody remembers. Say until when; then somebody decides again.",
    wrong: `- alert: CheckoutLatencyHigh
  owner: payments
  reason: Noisy during the migration
  from: 2026-03-01T00:00:00Z`,
    right: `- alert: CheckoutLatencyHigh
  owner: payments
  reason: Noisy during the migration
  from: 2026-03-01T00:00:00Z
  until: 2026-04-15T00:00:00Z`,
    language: "yaml",
  },
  {
    code: "escalation-thin",
    severity: "warning",
    title: "Escalation that hangs on one person or one channel",
    explanation:
      "One person sleeps deeply, one channel is down with what it reports. An escalation path reaches at least two people over at least two kinds of channel.",
    wrong: `escalation:
  - name: Primary
    contacts: [ada]
    channels: [{ kind: page }]`,
    right: `escalation:
  - name: Primary
    contacts: [ada]
    channels: [{ kind: page }]
  - name: Backup
    contacts: [grace]
    channels: [{ kind: phone }]`,
    language: "yaml",
  },
  {
    code: "escalation-untested",
    severity: "warning",
    title: "An escalation level that nobody tried",
    explanation:
      "Numbers change and pagers are returned. `policies.escalationTest` in site.yaml says how often each level must be tried for real.",
    wrong: `- name: Backup
  contacts: [grace]
  channels: [{ kind: phone }]`,
    right: `- name: Backup
  contacts: [grace]
  channels: [{ kind: phone }]
  lastTested: 2026-03-01`,
    language: "yaml",
  },
  {
    code: "service-cycle",
    severity: "note",
    title: "Services that need each other",
    explanation:
      "Each service of the circle cannot work without the next one, so after an outage of all of them none can start first. If one of the dependencies is a comfort rather than a need, leave it out.",
    wrong: `# services/checkout.mdx
dependsOn: [payments]
# services/payments.mdx
dependsOn: [checkout]`,
    right: `# services/checkout.mdx
dependsOn: [payments]`,
    language: "yaml",
  },
  {
    code: "journey-objective-missing",
    severity: "warning",
    title: "A journey for which nothing is promised",
    explanation:
      "A journey is what users come for. Without an objective nobody can say whether it is good enough.",
    wrong: `journeys:
  - id: checkout
    name: Pay for the basket
    services: [checkout, payments]`,
    right: `journeys:
  - id: checkout
    name: Pay for the basket
    services: [checkout, payments]
    objectives:
      - { id: success, target: 0.995, window: { rolling: 28d } }`,
    language: "yaml",
  },
];
