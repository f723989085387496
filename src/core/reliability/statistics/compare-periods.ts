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
  /** How many cases have not ended that could turn round what those that did end would claim; then the verdict is `unknown`. */
  readonly couldTurn?: number;
}

/** How many cases of each period have not ended: nobody knows how long they will have been. */
export interface Unended {
  readonly before: number;
  readonly after: number;
}

const LEVEL = 0.05;

/**
 * Compares the lengths of cases that ended, and claims nothing that those which have not could turn round: a claim must
 * hold as well when each of them that speaks against it lasts as long as the longest that did end.
 */
export function comparePeriods(
  before: readonly number[],
  after: readonly number[],
  unended: Unended = { before: 0, after: 0 },
): PeriodComparison {
  const known = compareEnded(before, after);
  const against =
    known.verdict === "shorter" ? unended.after : known.verdict === "longer" ? unended.before : 0;
  if (against === 0) return known;
  const longest = [...before, ...after].reduce((most, each) => Math.max(most, each), 0);
  const late = Array.from({ length: against }, () => longest);
  const worst =
    known.verdict === "shorter"
      ? compareEnded(before, [...after, ...late])
      : compareEnded([...before, ...late], after);
  return worst.verdict === known.verdict ? known : { ...known, verdict: "unknown", couldTurn: against };
}

/**
 * Compares geometric means, since durations are skewed: a change is claimed only where the permutation p-value of the
 * mean logarithms is below 5 % and the change is at least the smallest that these numbers could have shown.
 */
function compareEnded(before: readonly number[], after: readonly number[]): PeriodComparison {
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
