import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Objective } from "../../schemas/service.ts";
import { type Epoch, epochOf } from "../../time.ts";
import { objectiveWindow } from "./objective-window.ts";

/** What a monitoring system measured for an objective in its window. */
export interface MeasuredAvailability {
  /** Good events ÷ all events of the days measured. */
  readonly availability: number;
  /** Days of the window that were measured, of the whole days that it has had. */
  readonly days: number;
  readonly source: string;
  /** When the newest snapshot was read. */
  readonly taken: string;
}

/** Good ÷ all events over the measured days that lie in the objective's window; of several snapshots of a day the newest counts. */
export function measuredAvailability(
  { measurements, site }: Pick<KnowledgeBase, "measurements" | "site">,
  service: string,
  objective: Objective,
  now: Epoch,
): MeasuredAvailability | undefined {
  const window = objectiveWindow(objective, now, site.timeZone);
  const snapshots = measurements
    .filter(({ data }) => data.service === service && data.objective === objective.id)
    .sort((a, b) => epochOf(a.data.taken) - epochOf(b.data.taken));
  const newest = snapshots.at(-1);
  const days = new Map(snapshots.flatMap(({ data }) => data.days.map((day) => [day.date, day] as const)));
  let [good, total, count] = [0, 0, 0];
  for (const day of days.values()) {
    const begins = Date.parse(`${day.date}T00:00:00Z`);
    if (day.total === 0 || begins + 86_400_000 <= window.from || begins >= Math.min(window.to, now)) continue;
    good += day.good;
    total += day.total;
    count++;
  }
  if (newest === undefined || total === 0) return undefined;
  return { availability: good / total, days: count, source: newest.data.source, taken: newest.data.taken };
}
