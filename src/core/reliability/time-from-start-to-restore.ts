import type { Incident } from "../schemas/incident.ts";
import { timeBetween } from "./time-between.ts";

/** Started → resolved, in milliseconds; printed beside the time to restore. */
export function timeFromStartToRestore(incident: Incident): number | undefined {
  return timeBetween(incident, "started", "resolved");
}
