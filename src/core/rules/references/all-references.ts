import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import {
  referencesOfGameDay,
  referencesOfMaintenance,
  referencesOfPostmortem,
  referencesOfReview,
  referencesOfRunbook,
  referencesOfService,
  referencesOfTemplate,
} from "./of-documents.ts";
import { referencesOfIncident } from "./of-incident.ts";
import {
  referencesOfChanges,
  referencesOfJourneys,
  referencesOfOnCall,
  referencesOfSite,
  referencesOfSuppressions,
  referencesOfTeams,
} from "./of-logs.ts";
import { one, type Reference } from "./reference.ts";

/** Every field of every file that names something else. */
export function allReferences(knowledgeBase: KnowledgeBase): Reference[] {
  return [
    ...knowledgeBase.incidents.flatMap(referencesOfIncident),
    ...knowledgeBase.postmortems.flatMap(referencesOfPostmortem),
    ...knowledgeBase.runbooks.flatMap(referencesOfRunbook),
    ...knowledgeBase.services.flatMap(referencesOfService),
    ...knowledgeBase.maintenance.flatMap(referencesOfMaintenance),
    ...knowledgeBase.gameDays.flatMap(referencesOfGameDay),
    ...knowledgeBase.templates.flatMap(referencesOfTemplate),
    ...knowledgeBase.reviews.flatMap(referencesOfReview),
    ...knowledgeBase.changeLogs.flatMap(referencesOfChanges),
    ...knowledgeBase.onCallLogs.flatMap(referencesOfOnCall),
    ...knowledgeBase.journeys.flatMap(referencesOfJourneys),
    ...knowledgeBase.suppressions.flatMap(referencesOfSuppressions),
    ...knowledgeBase.measurements.flatMap(({ data, file }) => [
      ...one("service", data.service, file, "service"),
      ...one("journey", data.journey, file, "journey"),
    ]),
    ...referencesOfTeams(knowledgeBase),
    ...referencesOfSite(knowledgeBase),
  ];
}
