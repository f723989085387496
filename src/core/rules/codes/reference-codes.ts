import type { Code } from "./code.ts";

/** Problems of words that must name something else. */
export const REFERENCE_CODES: readonly Code[] = [
  {
    code: "unknown-service",
    severity: "error",
    title: "A service that does not exist",
    explanation: `Services are the files in services/; the word must be the name of one without its ending. A misspelt service would be missing from its page, its availability and its budget.

Correct the word, or add the service: \`npm run tidemark -- new service\`.`,
    wrong: "services: [chekcout]",
    right: "services: [checkout]",
    language: "yaml",
  },
  {
    code: "unknown-incident",
    severity: "error",
    title: "An incident that does not exist",
    explanation:
      "Incidents are the files in incidents/; the word must be the name of one without its ending, with its day.",
    wrong: "incidents: [checkout-timeouts]",
    right: "incidents: [2026-03-14-checkout-timeouts]",
    language: "yaml",
  },
  {
    code: "unknown-runbook",
    severity: "error",
    title: "A runbook that does not exist",
    explanation:
      "Runbooks and playbooks are the files in runbooks/; the word must be the name of one without its ending.",
    wrong: `runbooks:
  - runbook: checkout-pool
    outcome: helped`,
    right: `runbooks:
  - runbook: checkout-pool-exhausted
    outcome: helped`,
    language: "yaml",
  },
  {
    code: "unknown-team",
    severity: "error",
    title: "A team that does not exist",
    explanation: "Teams stand in teams.yaml. The word must be the id of one, not its name.",
    wrong: "owner: Payments Team",
    right: "owner: payments",
    language: "yaml",
  },
  {
    code: "unknown-person",
    severity: "error",
    title: "A handle that nobody has",
    explanation:
      "People are named by handle, without @, and only teams.yaml says who that is. Add the person there; somebody who left stays with `active: false`, so that old records remain true.",
    wrong: "authors: [ada.lovelace]",
    right: "authors: [ada]",
    language: "yaml",
  },
  {
    code: "unknown-owner",
    severity: "error",
    title: "An owner that is neither a person nor a team",
    explanation:
      "Work is owned by a handle or by the id of a team, both from teams.yaml. An owner that nobody is would never be reminded.",
    wrong: `actionItems:
  - id: ai-2026-014
    owner: paymnets`,
    right: `actionItems:
  - id: ai-2026-014
    owner: payments`,
    language: "yaml",
  },
  {
    code: "unknown-term",
    severity: "error",
    title: "A word that the taxonomy does not have",
    explanation: `Layers, triggers, factors, detection sources and failure modes are closed lists in taxonomy.yaml, so that figures count the same thing under the same word. The nearest word is suggested; other spellings that a term lists as aliases are named with the word to use.

If no term fits, add one to taxonomy.yaml with a line that says when to choose it.`,
    wrong: "factors: [monitoring-gaps]",
    right: "factors: [gap-in-monitoring]",
    language: "yaml",
  },
  {
    code: "unknown-severity",
    severity: "error",
    title: "A severity that the taxonomy does not have",
    explanation:
      "Severities stand in taxonomy.yaml, the highest first, each with its policy. Priorities are another thing and are not used for incidents.",
    wrong: "severity: { initial: P1, peak: P1 }",
    right: "severity: { initial: SEV1, peak: SEV1 }",
    language: "yaml",
  },
  {
    code: "unknown-change",
    severity: "error",
    title: "A change that no log has",
    explanation:
      "Changes are recorded in the logs in changes/. An incident that was set off by one names its id as it stands there; import the log if it is not there yet.",
    wrong: "causedBy: [deploy-4711]",
    right: "causedBy: [shop-2026-03-14-2]",
    language: "yaml",
  },
  {
    code: "unknown-journey",
    severity: "error",
    title: "A journey that does not exist",
    explanation: "Journeys of users stand in journeys.yaml. The word must be the id of one.",
    wrong: "journeys: [pay]",
    right: "journeys: [checkout]",
    language: "yaml",
  },
  {
    code: "unknown-template",
    severity: "error",
    title: "A communication template that does not exist",
    explanation:
      "Templates are the files in templates/; the word must be the name of one without its ending.",
    wrong: "template: opened",
    right: "template: incident-opened",
    language: "yaml",
  },
  {
    code: "unknown-objective",
    severity: "error",
    title: "An objective that the service or journey does not have",
    explanation:
      "A measurement belongs to one objective of one service or journey, by the id that it has there.",
    wrong: `service: checkout
objective: availabilty`,
    right: `service: checkout
objective: availability`,
    language: "yaml",
  },
  {
    code: "unknown-visibility",
    severity: "error",
    title: "A visibility that is no audience",
    explanation:
      "Visibility decides who may read an entry: `internal`, `public`, `restricted`, or an audience of site.yaml. Anything else is treated as internal, so that a slip never publishes anything, and it is an error, so that you learn of it.",
    wrong: "visibility: publc",
    right: "visibility: public",
    language: "yaml",
  },
  {
    code: "owner-inactive",
    severity: "warning",
    title: "Open work of somebody who has left",
    explanation:
      "The owner is marked `active: false` in teams.yaml, so nobody works on this. Give it to somebody who is there, or to a team.",
    wrong: `actionItems:
  - id: ai-2026-014
    owner: grace   # active: false`,
    right: `actionItems:
  - id: ai-2026-014
    owner: payments`,
    language: "yaml",
  },
];
