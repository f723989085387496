import type { Incident } from "../schemas/incident.ts";
import { timeBetween } from "./time-between.ts";

/** Detected → mitigated, in milliseconds; harm that ended before anybody noticed has no value here. */
export function timeToMitigate(incident: Incident): number | undefined {
  return timeBetween(incident, "detected", "mitigated");
}
