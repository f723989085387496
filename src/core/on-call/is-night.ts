import { localReading } from "../local-time.ts";
import type { Epoch } from "../time.ts";

const DAY = 86_400_000;

/** Whether an instant lies in the night of a zone: from the first clock time up to the second, over midnight where it must. */
export function isNight(
  at: Epoch,
  zone: string,
  night: { readonly from: string; readonly to: string },
): boolean {
  const reading = localReading(at, zone);
  const timeOfDay = ((reading % DAY) + DAY) % DAY;
  const from = clock(night.from);
  const to = clock(night.to);
  return from <= to ? from <= timeOfDay && timeOfDay < to : timeOfDay >= from || timeOfDay < to;
}

function clock(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
