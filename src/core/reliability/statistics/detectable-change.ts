import { logarithm } from "./geometric-mean.ts";
import { mean } from "./mean.ts";
import { Z_95 } from "./normal-distribution.ts";

/** The 80 % point of the normal distribution. */
const Z_POWER = 0.8416212335729143;

/** How large a change between two periods must be to show, as a ratio of geometric means above 1. */
export interface DetectableChange {
  /** exp(1.96·s): a smaller change cannot be told from chance at the 5 % level. */
  readonly smallest: number;
  /** exp((1.96 + 0.84)·s): a change of this size would be found four times out of five. */
  readonly reliable: number;
}

/**
 * The smallest change that two samples of lengths of time could have shown: s = standard error of the difference of
 * mean logarithms, from the pooled spread; absent where a side has fewer than two values.
 */
export function detectableChange(
  before: readonly number[],
  after: readonly number[],
): DetectableChange | undefined {
  if (before.length < 2 || after.length < 2) return undefined;
  const squares = squaredDeviations(before) + squaredDeviations(after);
  const variance = squares / (before.length + after.length - 2);
  const error = Math.sqrt(variance * (1 / before.length + 1 / after.length));
  return { smallest: Math.exp(Z_95 * error), reliable: Math.exp((Z_95 + Z_POWER) * error) };
}

function squaredDeviations(values: readonly number[]): number {
  const logs = values.map(logarithm);
  const middle = mean(logs)!;
  return logs.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
