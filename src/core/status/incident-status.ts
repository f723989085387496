import { instantOfMilestone } from "../reliability/milestone-time.ts";
import type { Incident } from "../schemas/incident.ts";
import type { Instant } from "../time.ts";

/** Where customers were told that an incident stands, in the words of the Statuspage API. */
export type IncidentStatus = "investigating" | "identified" | "monitoring" | "resolved";

/** When an incident ended for customers: its milestone, else the instant of a last update that says so. */
export function resolvedForPublic(incident: Incident): Instant | undefined {
  const { resolved } = incident.milestones;
  if (resolved !== undefined) return instantOfMilestone(resolved);
  const last = incident.updates.at(-1);
  return last?.status === "resolved" ? last.at : undefined;
}

/** Whether customers still wait for the end of an incident. */
export function isOpenToPublic(incident: Incident): boolean {
  return resolvedForPublic(incident) === undefined;
}

/** Where an incident stands for customers: what was said last, else what its milestones say. */
export function incidentStatus(incident: Incident): IncidentStatus {
  if (!isOpenToPublic(incident)) return "resolved";
  const said = incident.updates.at(-1)?.status;
  if (said !== undefined) return said;
  if (incident.milestones.mitigated !== undefined) return "monitoring";
  return incident.milestones.identified === undefined ? "investigating" : "identified";
}
