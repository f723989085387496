import type { Incident } from "../schemas/incident.ts";
import { type Epoch, epochOf } from "../time.ts";
import { type Interval, mergeIntervals } from "./intervals.ts";
import { milestoneTime } from "./milestone-time.ts";

/**
 * When an incident hurt a service, merged and in order: its impact intervals, or where it has none started → mitigated
 * or resolved. What still lasts counts up to `asOf`.
 */
export function impactIntervals(incident: Incident, service: string, asOf: Epoch): Interval[] {
  return mergeIntervals(
    recordedImpact(incident, service).map(({ from, to }) => ({ from, to: Math.min(to ?? asOf, asOf) })),
  );
}

/** The same as recorded, unmerged; `to` is absent while it lasts. */
export function recordedImpact(
  incident: Incident,
  service: string,
): readonly { readonly from: Epoch; readonly to?: Epoch }[] {
  const own = incident.impact.filter((impact) => impact.service === service);
  if (own.length > 0)
    return own
      .filter(({ level }) => level !== "none")
      .map(({ from, to }) => ({ from: epochOf(from), ...(to === undefined ? {} : { to: epochOf(to) }) }));
  const from = milestoneTime(incident, "started");
  if (!incident.services.includes(service) || incident.nearMiss || from === undefined) return [];
  const to = milestoneTime(incident, "mitigated") ?? milestoneTime(incident, "resolved");
  return [{ from, ...(to === undefined ? {} : { to }) }];
}
