import { type WeightedInterval, weightedLength } from "../downtime.ts";
import type { Interval } from "../intervals.ts";
import { subtractIntervals } from "../subtract-intervals.ts";
import type { MeasuredSpan } from "./measured-spans.ts";

/** A time in which an objective was not kept, how much of it counts, and which incident it is put down to, where one is. */
export interface BadTime extends Interval {
  readonly weight: number;
  /** Id of the incident; absent for what was measured and no incident tells of. */
  readonly incident?: string;
}

/**
 * Measured days → bad times whose sum is (1 − good ÷ all events) × measured time, so that busy days weigh more: a day brings
 * bad events ÷ events per instant of all the days. It is put down to the incidents that hurt on that day, none with more than
 * its record says, and what is left lies evenly over the rest of the day without an incident.
 */
export function measuredDowntime(
  spans: readonly MeasuredSpan[],
  recorded: readonly WeightedInterval[],
): BadTime[] {
  const time = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const events = spans.reduce((sum, { total }) => sum + total, 0);
  if (events === 0) return [];
  return spans.flatMap((span) => {
    const bad = ((span.total - span.good) / events) * time;
    if (bad <= 0) return [];
    const pieces = recorded.flatMap(({ incident, weight, from, to }) => {
      const part = { incident, weight, from: Math.max(from, span.from), to: Math.min(to, span.to) };
      return part.from < part.to ? [part] : [];
    });
    const known = weightedLength(pieces, span);
    const rest = subtractIntervals({ from: span.from, to: span.to }, pieces);
    const free = rest.reduce((sum, { from, to }) => sum + to - from, 0);
    // Where incidents fill the whole day nothing else can hold what was measured beyond their records.
    const scale = known > 0 && (bad < known || free === 0) ? bad / known : 1;
    const left = bad - known * scale;
    return [
      ...pieces.map((piece) => ({ ...piece, weight: piece.weight * scale })),
      ...(left > 0 ? rest.map((piece) => ({ ...piece, weight: left / free })) : []),
    ].sort((a, b) => a.from - b.from);
  });
}
