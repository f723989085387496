import type { Incident, MilestoneName } from "../schemas/incident.ts";
import { milestoneTime } from "./milestone-time.ts";

/** One milestone → a later one, in milliseconds; absent when either is missing or they stand the other way round. */
export function timeBetween(incident: Incident, from: MilestoneName, to: MilestoneName): number | undefined {
  const start = milestoneTime(incident, from);
  const end = milestoneTime(incident, to);
  return start === undefined || end === undefined || end < start ? undefined : end - start;
}
