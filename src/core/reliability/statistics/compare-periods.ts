import { type DetectableChange, detectableChange } from "./detectable-change.ts";
import { logarithm } from "./geometric-mean.ts";
import { mean } from "./mean.ts";
import { permutationTest } from "./permutation-test.ts";

/** What can be said of lengths of time in one period against those in the period before. */
export interface PeriodComparison {
  readonly before: number;
  readonly after: number;
  /** Geometric mean after ÷ before; below 1 is shorter. */
  readonly ratio?: number;
  readonly pValue?: number;
  readonly detectable?: DetectableChange;
  /** `unknown` wherever the data cannot carry a trend: then no arrow is drawn. */
  readonly verdict: "shorter" | "longer" | "unknown";
}

const LEVEL = 0.05;

/**
 * Compares geometric means, since durations are skewed: a change is claimed only where the permutation p-value of the
 * mean logarithms is below 5 % and the change is at least the smallest that these numbers could have shown.
 */
export function comparePeriods(before: readonly number[], after: readonly number[]): PeriodComparison {
  const logs = [before.map(logarithm), after.map(logarithm)] as const;
  const counts = { before: before.length, after: after.length };
  const pValue = permutationTest(...logs);
  const detectable = detectableChange(before, after);
  if (pValue === undefined || detectable === undefined) return { ...counts, verdict: "unknown" };
  const difference = mean(logs[1])! - mean(logs[0])!;
  const claimed = pValue < LEVEL && Math.abs(difference) >= Math.log(detectable.smallest);
  return {
    ...counts,
    ratio: Math.exp(difference),
    pValue,
    detectable,
    verdict: !claimed ? "unknown" : difference < 0 ? "shorter" : "longer",
  };
}
