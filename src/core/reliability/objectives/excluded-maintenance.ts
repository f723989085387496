import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { maintenanceWindows } from "../../status/maintenance-windows.ts";
import { type Epoch, epochOf } from "../../time.ts";
import { clipIntervals, type Interval, mergeIntervals } from "../intervals.ts";

/**
 * Planned work on any of some services within a time that was announced before it started: it is taken out of both
 * downtime and window. Planned ends count, so work that ran over is downtime again.
 */
export function excludedMaintenance(
  { maintenance }: Pick<KnowledgeBase, "maintenance">,
  services: readonly string[],
  within: Interval,
  now: Epoch,
): Interval[] {
  const windows = maintenance.flatMap(({ data }) => {
    const hurts = data.services.some(
      ({ service, expected }) => services.includes(service) && expected !== "none",
    );
    if (!hurts || data.announced === undefined) return [];
    const announced = epochOf(data.announced);
    return maintenanceWindows(data, within, now)
      .filter(({ state, scheduled }) => state !== "cancelled" && announced <= scheduled.from)
      .map(({ scheduled, actual }) => ({ from: scheduled.from, to: Math.min(scheduled.to, actual.to) }));
  });
  return clipIntervals(mergeIntervals(windows), within);
}
