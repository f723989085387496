import type { Measurement } from "../../schemas/logs.ts";
import { instantOf } from "../../time.ts";

/** A sample of a series: seconds since 1970, and its value. */
export type Sample = readonly [at: number, value: number];

const DAY = 86_400;

/**
 * Samples of good and total events, or of a share alone, → a row for each whole day of UTC: sums of what was sampled. A share
 * counts as so much of one event a sample. Instants without both are none; a day without any is left out, never 0 of 0.
 */
export function measuredDays(
  series:
    | { readonly good: readonly Sample[]; readonly total: readonly Sample[] }
    | { readonly share: readonly Sample[] },
): Measurement["days"] {
  const days = new Map<string, { good: number; total: number }>();
  for (const { at, good, total } of pairsOf(series)) {
    // A sample tells of the time up to it, so that of midnight belongs to the day before.
    const date = instantOf((Math.ceil(at / DAY) - 1) * DAY * 1000).slice(0, 10);
    const day = days.get(date) ?? { good: 0, total: 0 };
    days.set(date, { good: day.good + good, total: day.total + total });
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { good, total }]) => ({
      date,
      good: rounded(Math.min(good, total)),
      total: rounded(total),
    }));
}

function pairsOf(series: Parameters<typeof measuredDays>[0]): { at: number; good: number; total: number }[] {
  if ("share" in series)
    return series.share
      .filter(([, value]) => Number.isFinite(value))
      .map(([at, value]) => ({ at, good: Math.min(1, Math.max(0, value)), total: 1 }));
  const good = new Map(series.good);
  return series.total
    .filter(([, value]) => Number.isFinite(value) && value > 0)
    .map(([at, total]) => {
      const value = good.get(at) ?? 0;
      return { at, total, good: Number.isFinite(value) ? Math.min(total, Math.max(0, value)) : 0 };
    });
}

/** Nine digits are more than any measurement is worth, and end the same on every machine. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
