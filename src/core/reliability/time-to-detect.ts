import type { Incident } from "../schemas/incident.ts";
import { timeBetween } from "./time-between.ts";

/** Started → detected, in milliseconds; detection before the start is foresight and has no value here. */
export function timeToDetect(incident: Incident): number | undefined {
  return timeBetween(incident, "started", "detected");
}
