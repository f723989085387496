import type { Incident } from "../schemas/incident.ts";
import { recordedImpact } from "./impact-intervals.ts";
import { totalOfIntervals } from "./intervals.ts";

/** The union of the intervals in which an incident hurt a service, in milliseconds; absent while one of them lasts. */
export function impactDuration(incident: Incident, service: string): number | undefined {
  const recorded = recordedImpact(incident, service);
  const ended = recorded.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
  return ended.length === 0 || ended.length < recorded.length ? undefined : totalOfIntervals(ended);
}
