import type { Incident } from "../schemas/incident.ts";

/** Where an incident stands, derived from its milestones and never stored. */
export type IncidentState = "open" | "mitigated" | "resolved";

/** The state of an incident: resolved once `resolved` is known, mitigated once `mitigated` is, else open. */
export function incidentState(incident: Pick<Incident, "milestones">): IncidentState {
  if (incident.milestones.resolved !== undefined) return "resolved";
  return incident.milestones.mitigated === undefined ? "open" : "mitigated";
}
