import type { Incident } from "../schemas/incident.ts";
import { timeBetween } from "./time-between.ts";

/** Paged → acknowledged, in milliseconds; a page that nobody took has no value here and is censored. */
export function timeToAcknowledge(incident: Incident): number | undefined {
  return timeBetween(incident, "paged", "acknowledged");
}
