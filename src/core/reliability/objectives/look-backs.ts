import type { Site } from "../../schemas/site.ts";
import { type DurationText, durationOf } from "../../time.ts";
import { PRESENT_RATE } from "./exhaustion.ts";

/** Every look-back that a burn rate is named over, shortest first: those of the policy and the one of the present rate. */
export function lookBacks({ burnRates, criticalBurn }: Site["policies"]): DurationText[] {
  const all = [...burnRates.flatMap(({ long, short }) => [long, short]), criticalBurn.over, PRESENT_RATE];
  return [...new Map(all.map((over) => [durationOf(over), over])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, over]) => over);
}

/** A line of the policy that a burn is above: both its look-backs are. */
export interface CrossedLine {
  readonly rate: number;
  readonly long: DurationText;
  readonly short?: DurationText;
}

/** The fastest line that the rates over named look-backs are above; those marked critical have one more. */
export function crossedLine(
  { burnRates, criticalBurn }: Site["policies"],
  critical: boolean,
  rateOver: (over: DurationText) => number | undefined,
): CrossedLine | undefined {
  const lines: CrossedLine[] = [
    ...burnRates,
    ...(critical ? [{ rate: criticalBurn.rate, long: criticalBurn.over }] : []),
  ];
  return lines
    .filter(({ rate, long, short }) => above(rate, long) && (short === undefined || above(rate, short)))
    .sort((a, b) => b.rate - a.rate)
    .map(({ rate, long, short }) => ({ rate, long, ...(short === undefined ? {} : { short }) }))[0];

  function above(rate: number, over: DurationText): boolean {
    return (rateOver(over) ?? 0) > rate;
  }
}
