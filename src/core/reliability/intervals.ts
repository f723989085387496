import type { Epoch } from "../time.ts";

/** A half-open interval of time: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: Epoch;
  readonly to: Epoch;
}

/** The union of intervals as disjoint ones in order; those that touch become one, empty and reversed ones vanish. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && next.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push({ from: next.from, to: next.to });
  }
  return merged;
}

/** Length of the union of intervals, in milliseconds. */
export function totalOfIntervals(intervals: readonly Interval[]): number {
  return mergeIntervals(intervals).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The parts of intervals that lie in a window. */
export function clipIntervals(intervals: readonly Interval[], window: Interval): Interval[] {
  return intervals
    .map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) }))
    .filter(({ from, to }) => from < to);
}

/** Whether two intervals share an instant. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}
