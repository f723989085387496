import { type Epoch, offsetAt } from "./time.ts";

const DAY = 86_400_000;

/**
 * The instant of a wall-clock reading in a zone, both as milliseconds, the reading as if it were UTC. A reading that the
 * clock shows twice is its first; one that it skips counts with the offset from before (RFC 5545, 3.3.5).
 */
export function instantOfLocal(reading: number, zone: string): Epoch {
  const before = reading - offsetAt(reading - DAY, zone);
  if (localReading(before, zone) === reading) return before;
  const after = reading - offsetAt(reading + DAY, zone);
  return localReading(after, zone) === reading ? after : before;
}

/** What the clock of a zone shows at an instant, as milliseconds of a UTC clock that shows the same. */
export function localReading(instant: Epoch, zone: string): number {
  return instant + offsetAt(instant, zone);
}
