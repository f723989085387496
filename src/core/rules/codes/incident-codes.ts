import type { Code } from "./code.ts";

/** Problems of an incident's record: milestones, impact, exposure. */
export const INCIDENT_CODES: readonly Code[] = [
  {
    code: "milestone-order",
    severity: "error",
    title: "Milestones in an order that cannot have happened",
    explanation: `Every duration is computed from milestones, so a reversed pair would give a negative one. The fault begins before it is resolved; a page is sent before it is taken; what is verified or closed was resolved before. Rough instants (\`precision: hour\`) are only judged where they cannot overlap.

Both lines are named, because either may be the wrong one. A frequent cause is a wrong offset from UTC.`,
    wrong: `milestones:
  started: 2026-03-14T17:31:00Z
  detected: 2026-03-14T17:38:00Z
  resolved: 2026-03-14T17:12:00Z`,
    right: `milestones:
  started: 2026-03-14T17:31:00Z
  detected: 2026-03-14T17:38:00Z
  resolved: 2026-03-14T18:12:00Z`,
    language: "yaml",
  },
  {
    code: "milestone-missing",
    severity: "error",
    title: "A milestone that another one demands",
    explanation:
      "A resolved incident has a start, as far as it could be established afterwards; a verified or closed one was resolved. Without them the record has no duration. If the start is known only roughly, say so with `precision: hour` or `precision: day`.",
    wrong: `milestones:
  detected: 2026-03-14T17:38:00Z
  resolved: 2026-03-14T18:12:00Z`,
    right: `milestones:
  started: { at: 2026-03-14T17:00:00Z, precision: hour }
  detected: 2026-03-14T17:38:00Z
  resolved: 2026-03-14T18:12:00Z`,
    language: "yaml",
  },
  {
    code: "foresight",
    severity: "warning",
    title: "Detected before it started",
    explanation:
      "An alert that fires before users are hurt is foresight. It is counted apart and stays out of the distribution of times to detect. If users were hurt earlier than the record says, move `started`.",
    wrong: `milestones:
  started: 2026-03-14T17:45:00Z
  detected: 2026-03-14T17:38:00Z`,
    right: `milestones:
  started: 2026-03-14T17:31:00Z
  detected: 2026-03-14T17:38:00Z`,
    language: "yaml",
  },
  {
    code: "declared-late",
    severity: "note",
    title: "Declared after it was resolved",
    explanation:
      "The incident was recognised as one only in retrospect. That is allowed; the page says so, because nobody led the response as an incident.",
    wrong: `milestones:
  resolved: 2026-03-14T18:12:00Z
  declared: 2026-03-15T09:00:00Z`,
    right: `milestones:
  declared: 2026-03-14T17:44:00Z
  resolved: 2026-03-14T18:12:00Z`,
    language: "yaml",
  },
  {
    code: "unverified",
    severity: "note",
    title: "Resolved without a look at the objective",
    explanation:
      "`resolved` is the first instant from which the service met its objective again and kept to it; `verified` is when somebody confirmed that by looking. Without it the end of the incident is a belief.",
    wrong: `milestones:
  resolved: 2026-03-14T18:12:00Z`,
    right: `milestones:
  resolved: 2026-03-14T18:12:00Z
  verified: 2026-03-14T18:40:00Z`,
    language: "yaml",
  },
  {
    code: "dated-later",
    severity: "note",
    title: "A fact from the future",
    explanation:
      "The check and the site are made for one instant: now, or the `asOf` of site.yaml, or `--as-of`. Facts dated later are unknown to them. If the date is a slip, correct it; if the instant lies in the past on purpose, nothing needs to be done.",
    wrong: `milestones:
  resolved: 2062-03-14T18:12:00Z`,
    right: `milestones:
  resolved: 2026-03-14T18:12:00Z`,
    language: "yaml",
  },
  {
    code: "interval-empty",
    severity: "error",
    title: "An interval that ends before it begins",
    explanation:
      "Intervals of impact, roles, shifts, maintenance windows, suppressions and legal duties begin before they end; the end itself does not belong to them. Both fields are named, because either may be the wrong one.",
    wrong: `impact:
  - service: checkout
    level: major_outage
    from: 2026-03-14T18:12:00Z
    to: 2026-03-14T17:31:00Z`,
    right: `impact:
  - service: checkout
    level: major_outage
    from: 2026-03-14T17:31:00Z
    to: 2026-03-14T18:12:00Z`,
    language: "yaml",
  },
  {
    code: "impact-outside",
    severity: "error",
    title: "Impact outside the incident",
    explanation:
      "Impact decides downtime, so it must lie between `started` and `resolved`: an incident that still hurts is not resolved, and one that hurt earlier started earlier. An interval without an end lasts, so a resolved incident has none.",
    wrong: `milestones:
  started: 2026-03-14T17:31:00Z
  resolved: 2026-03-14T18:12:00Z
impact:
  - { service: checkout, level: major_outage, from: 2026-03-14T17:31:00Z, to: 2026-03-14T18:30:00Z }`,
    right: `milestones:
  started: 2026-03-14T17:31:00Z
  resolved: 2026-03-14T18:12:00Z
impact:
  - { service: checkout, level: major_outage, from: 2026-03-14T17:31:00Z, to: 2026-03-14T18:12:00Z }`,
    language: "yaml",
  },
  {
    code: "impact-overlap",
    severity: "warning",
    title: "The same impact twice",
    explanation:
      "Two intervals say of one service, level, region and plan that it was hurt at the same time. Figures count the time once, but a reader cannot tell which interval is true. Write one that covers both; a heavier level within a lighter one is fine.",
    wrong: `impact:
  - { service: checkout, level: major_outage, from: 2026-03-14T17:31:00Z, to: 2026-03-14T18:00:00Z }
  - { service: checkout, level: major_outage, from: 2026-03-14T17:50:00Z, to: 2026-03-14T18:12:00Z }`,
    right: `impact:
  - { service: checkout, level: major_outage, from: 2026-03-14T17:31:00Z, to: 2026-03-14T18:12:00Z }`,
    language: "yaml",
  },
  {
    code: "exposure-not-restricted",
    severity: "error",
    title: "A security incident that too many may read",
    explanation:
      "An incident with an `exposure` is about data or security, and so is its postmortem. Both are `restricted`: they are in no build but that of an audience which names them. Publish what customers must know as an update or as an entry of its own.",
    wrong: `visibility: internal
exposure:
  scope: Invoices of 40 customers were readable by others`,
    right: `visibility: restricted
exposure:
  scope: Invoices of 40 customers were readable by others`,
    language: "yaml",
  },
  {
    code: "legal-duty-overdue",
    severity: "error",
    title: "A legal duty whose time is over",
    explanation:
      "Somebody had to be told by an instant that has passed, and the record does not say that it was done. If it was, add `sent`. If it was not, this is the most urgent line of the whole report.",
    wrong: `notifications:
  - authority: Data protection authority
    basis: GDPR art. 33
    clockStarted: 2026-03-14T18:00:00Z
    due: 2026-03-17T18:00:00Z`,
    right: `notifications:
  - authority: Data protection authority
    basis: GDPR art. 33
    clockStarted: 2026-03-14T18:00:00Z
    due: 2026-03-17T18:00:00Z
    sent: 2026-03-16T10:20:00Z`,
    language: "yaml",
  },
];
