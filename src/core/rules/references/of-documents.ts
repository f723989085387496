import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { referencesOfActionItems } from "./of-action-items.ts";
import { each, one, type Reference } from "./reference.ts";

/** What a postmortem names. */
export function referencesOfPostmortem({ data, file }: Entry<"postmortem">): Reference[] {
  return [
    ...each("incident", data.incidents, file, "incidents"),
    ...each("person", data.authors, file, "authors"),
    ...each("person", data.reviewers, file, "reviewers"),
    ...each("person", data.meeting?.attendees ?? [], file, "meeting", "attendees"),
    ...each("runbook", data.runbookChanges, file, "runbookChanges"),
    ...referencesOfActionItems(data.actionItems, file),
  ];
}

/** What a runbook or playbook names. */
export function referencesOfRunbook({ data, file }: Entry<"runbook">): Reference[] {
  return [
    ...each("service", data.services, file, "services"),
    ...one("team", data.owner, file, "owner"),
    ...one("person", data.verified?.by, file, "verified", "by"),
    ...(data.automation?.runs ?? []).flatMap(({ incident }, index) =>
      one("incident", incident, file, "automation", "runs", index, "incident"),
    ),
    ...data.decisions.flatMap(({ runbook }, index) =>
      one("runbook", runbook, file, "decisions", index, "runbook"),
    ),
  ];
}

/** What a service names. */
export function referencesOfService({ data, file }: Entry<"service">): Reference[] {
  return [
    ...one("team", data.owner, file, "owner"),
    ...each("service", data.dependsOn, file, "dependsOn"),
    ...data.dashboards.flatMap(({ owner }, index) => one("owner", owner, file, "dashboards", index, "owner")),
    ...each("person", data.contacts, file, "contacts"),
  ];
}

/** What a planned maintenance names. */
export function referencesOfMaintenance({ data, file }: Entry<"maintenance">): Reference[] {
  return [
    ...data.services.flatMap(({ service }, index) =>
      one("service", service, file, "services", index, "service"),
    ),
    ...one("team", data.owner, file, "owner"),
    ...data.states.flatMap(({ by }, index) => one("person", by, file, "states", index, "by")),
    ...data.updates.flatMap(({ by }, index) => one("person", by, file, "updates", index, "by")),
    ...each("change", data.changes, file, "changes"),
  ];
}

/** What a game day names. */
export function referencesOfGameDay({ data, file }: Entry<"game-day">): Reference[] {
  return [
    ...each("service", data.services, file, "services"),
    ...each("person", data.participants, file, "participants"),
    ...data.runbooks.flatMap(({ runbook }, index) =>
      one("runbook", runbook, file, "runbooks", index, "runbook"),
    ),
    ...referencesOfActionItems(data.actionItems, file),
  ];
}

/** What a communication template names. */
export function referencesOfTemplate({ data, file }: Entry<"template">): Reference[] {
  return [
    ...each("severity", data.severities, file, "severities"),
    ...one("person", data.approved?.by, file, "approved", "by"),
  ];
}

/** What a review names. */
export function referencesOfReview({ data, file }: Entry<"review">): Reference[] {
  return [
    ...each("person", data.participants, file, "participants"),
    ...data.decisions.flatMap(({ owner }, index) => one("owner", owner, file, "decisions", index, "owner")),
  ];
}
