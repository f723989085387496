import type { Incident } from "../schemas/incident.ts";
import { timeBetween } from "./time-between.ts";

/** Detected → resolved, in milliseconds: not the first page, not the closed ticket. */
export function timeToRestore(incident: Incident): number | undefined {
  return timeBetween(incident, "detected", "resolved");
}
