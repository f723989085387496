import { localReading } from "../local-time.ts";
import type { Site } from "../schemas/site.ts";
import type { Epoch } from "../time.ts";

/** Whether an instant lies in the night of a zone, by policy: from its first minute to before the first after it. */
export function isAtNight(at: Epoch, zone: string, { from, to }: Site["policies"]["night"]): boolean {
  const clock = new Date(localReading(at, zone)).toISOString().slice(11, 16);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** Whether an instant lies on a Saturday or Sunday of a zone. */
export function isOnWeekend(at: Epoch, zone: string): boolean {
  const day = new Date(localReading(at, zone)).getUTCDay();
  return day === 0 || day === 6;
}
