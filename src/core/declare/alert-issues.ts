import type { Signal } from "../alerts/signal.ts";
import type { PlannedEffect } from "../github/github-plan.ts";
import { fenced, safeLine } from "../github/safe-text.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { sha256 } from "../markdown/diagram/sha256.ts";
import { epochOf } from "../time.ts";
import { INCIDENT_LABEL } from "./form-fields.ts";
import { bodyWithState, issueLabels, stateTable } from "./issue-face.ts";

/** The key of the issue in which an incident that an alert opened is driven. */
export function incidentKey(id: string): string {
  return `incident/${id}`;
}

/** The issue in which an incident is driven that no person declared. */
export function incidentIssue(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  record: string,
): PlannedEffect {
  const [, ...labels] = issueLabels(incident, []);
  return {
    effect: {
      do: "create-issue",
      key: incidentKey(incident.id),
      title: safeLine(incident.data.title),
      body: bodyWithState("", stateTable(knowledgeBase, incident, record)),
      labels: [INCIDENT_LABEL, ...labels],
      assignees: [],
    },
    why: "an incident is driven in an issue",
  };
}

/** The issue that an alert becomes which wakes nobody; one each time that it begins. */
export function ticketIssue(signal: Signal, service: string | undefined): PlannedEffect {
  const { signature, name, summary, startsAt, severity, link } = signal;
  const facts = [
    `alert: ${name}`,
    `since: ${startsAt}`,
    ...(service === undefined ? [] : [`service: ${service}`]),
    ...(severity === undefined ? [] : [`severity: ${severity}`]),
    ...(summary === undefined ? [] : [`says: ${summary}`]),
    ...(link === undefined ? [] : [`see: ${link}`]),
    `signature: ${signature}`,
  ];
  return {
    effect: {
      do: "create-issue",
      key: `alert/${sha256(signature).slice(0, 16)}/${epochOf(startsAt)}`,
      title: safeLine(`${name}: ${summary ?? signature}`),
      body: `An alert that wakes nobody. Whoever looks after it closes this issue.\n\n${fenced(facts.join("\n"))}`,
      labels: ["alert"],
      assignees: [],
    },
    why: "the policy makes a ticket of this alert",
  };
}
