import type { Incident } from "../schemas/incident.ts";
import { epochOf } from "../time.ts";
import { milestoneTime } from "./milestone-time.ts";

/** The largest gap in started, update, …, update, resolved, in milliseconds; customer-visible and resolved incidents only. */
export function longestSilence(incident: Incident): number | undefined {
  const started = milestoneTime(incident, "started");
  const resolved = milestoneTime(incident, "resolved");
  if (!incident.customerVisible || started === undefined || resolved === undefined || resolved < started)
    return undefined;
  const told = incident.updates.map(({ at }) => epochOf(at)).filter((at) => at > started && at < resolved);
  const instants = [started, ...told.sort((a, b) => a - b), resolved];
  return Math.max(...instants.slice(1).map((instant, index) => instant - instants[index]!));
}
