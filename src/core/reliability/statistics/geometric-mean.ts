import { mean } from "./mean.ts";

/** Records are kept to the minute: what lasted less counts as half of one where a logarithm is taken. */
export const HALF_A_MINUTE = 30_000;

/** exp(mean of log x) of lengths of time in milliseconds, each at least half a minute; absent without values. */
export function geometricMean(values: readonly number[]): number | undefined {
  const average = mean(values.map(logarithm));
  return average === undefined ? undefined : Math.exp(average);
}

/** log x of a length of time, floored at half a minute. */
export function logarithm(value: number): number {
  return Math.log(Math.max(value, HALF_A_MINUTE));
}
