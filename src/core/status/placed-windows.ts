import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Interval } from "../reliability/intervals.ts";
import type { Maintenance } from "../schemas/maintenance.ts";
import { type Epoch, epochOf } from "../time.ts";
import { type MaintenanceWindow, maintenanceWindows } from "./maintenance-windows.ts";

/** One window of planned work together with what it belongs to. */
export interface PlacedWindow extends MaintenanceWindow {
  /** Id of the file. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly recurring: boolean;
  readonly services: Maintenance["services"];
  readonly announced?: Epoch;
  /** What customers were told of this window, oldest first. */
  readonly updates: Maintenance["updates"];
}

/** All windows of planned work that touch a time, in order of their start and then of their file. */
export function placedWindows(
  maintenance: readonly Entry<"maintenance">[],
  within: Interval,
  now: Epoch,
): PlacedWindow[] {
  return maintenance
    .flatMap(({ id, data }) => {
      const windows = maintenanceWindows(data, within, now);
      const recurring = !("from" in data.schedule);
      return windows.map((window, index) => ({
        ...window,
        id,
        aliases: data.aliases,
        title: data.title,
        recurring,
        services: data.services,
        ...(data.announced === undefined ? {} : { announced: epochOf(data.announced) }),
        updates: recurring
          ? updatesBetween(data, windows[index - 1]?.actual.to, window.actual.to)
          : data.updates,
      }));
    })
    .sort((a, b) => a.actual.from - b.actual.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Updates belong to the window that they were written before the end of. */
function updatesBetween(
  { updates }: Maintenance,
  after: Epoch = Number.NEGATIVE_INFINITY,
  until: Epoch,
): Maintenance["updates"] {
  return updates.filter(({ at }) => epochOf(at) > after && epochOf(at) <= until);
}
