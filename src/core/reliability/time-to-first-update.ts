import type { Incident } from "../schemas/incident.ts";
import { epochOf } from "../time.ts";
import { milestoneTime } from "./milestone-time.ts";

/** Started → first public update, in milliseconds, for customer-visible incidents; "never" when none was published. */
export function timeToFirstUpdate(incident: Incident): number | "never" | undefined {
  const started = milestoneTime(incident, "started");
  if (!incident.customerVisible || started === undefined) return undefined;
  if (incident.updates.length === 0) return "never";
  const first = Math.min(...incident.updates.map((update) => epochOf(update.at)));
  return first < started ? undefined : first - started;
}
