import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { fileOfKind } from "../file-of-kind.ts";
import { each, one, type Reference } from "./reference.ts";

/** What a change log names. */
export function referencesOfChanges({ data, file }: Entry<"changes">): Reference[] {
  return data.changes.flatMap(({ services, who }, index) => [
    ...each("service", services, file, "changes", index, "services"),
    ...one("owner", who, file, "changes", index, "who"),
  ]);
}

/** What an on-call log names. */
export function referencesOfOnCall({ data, file }: Entry<"on-call">): Reference[] {
  return [
    ...data.shifts.flatMap(({ team, person }, index) => [
      ...one("team", team, file, "shifts", index, "team"),
      ...one("person", person, file, "shifts", index, "person"),
    ]),
    ...data.pages.flatMap(({ team, person, service, incident }, index) => [
      ...one("team", team, file, "pages", index, "team"),
      ...one("person", person, file, "pages", index, "person"),
      ...one("service", service, file, "pages", index, "service"),
      ...one("incident", incident, file, "pages", index, "incident"),
    ]),
  ];
}

/** What the journeys of users name. */
export function referencesOfJourneys({ data, file }: Entry<"journeys">): Reference[] {
  return data.journeys.flatMap(({ services }, index) =>
    each("service", services, file, "journeys", index, "services"),
  );
}

/** What suppressions of alerts name. */
export function referencesOfSuppressions({ data, file }: Entry<"suppressions">): Reference[] {
  return data.suppressions.flatMap(({ service, owner }, index) => [
    ...one("service", service, file, "suppressions", index, "service"),
    ...one("owner", owner, file, "suppressions", index, "owner"),
  ]);
}

/** What teams.yaml names. */
export function referencesOfTeams(knowledgeBase: KnowledgeBase): Reference[] {
  const file = fileOfKind(knowledgeBase, "teams");
  return knowledgeBase.teams.teams.flatMap(({ members, roster, escalation }, index) => [
    ...each("person", members, file, "teams", index, "members"),
    ...each("person", roster?.rotation ?? [], file, "teams", index, "roster", "rotation"),
    ...each("person", roster?.backups ?? [], file, "teams", index, "roster", "backups"),
    ...(roster?.overrides ?? []).flatMap(({ person }, part) =>
      one("person", person, file, "teams", index, "roster", "overrides", part, "person"),
    ),
    ...escalation.flatMap(({ contacts }, level) =>
      each("owner", contacts, file, "teams", index, "escalation", level, "contacts"),
    ),
  ]);
}

/** What site.yaml names. */
export function referencesOfSite(knowledgeBase: KnowledgeBase): Reference[] {
  const file = fileOfKind(knowledgeBase, "site");
  const { notifications, alerting, approvers } = knowledgeBase.site;
  return [
    ...notifications.flatMap(({ template }, index) =>
      one("template", template, file, "notifications", index, "template"),
    ),
    ...alerting.flatMap(({ severity, service }, index) => [
      ...one("severity", severity, file, "alerting", index, "severity"),
      ...one("service", service, file, "alerting", index, "service"),
    ]),
    ...each("person", approvers, file, "approvers"),
  ];
}
