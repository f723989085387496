import { LARGE_SAMPLE } from "./large-sample.ts";
import { beyondBothSides } from "./normal-distribution.ts";
import { SEED, seededRandom } from "./seeded-random.ts";

const SHUFFLES = 4_999;

/**
 * Two-sided p-value of a difference of means under re-labelling: (1 + shuffles whose difference is at least as far from
 * 0) ÷ (1 + shuffles), 4,999 shuffles, fixed seed; exact over all divisions where there are at most that many. Absent
 * where one side has fewer than two values. The order of the values changes nothing. With more than `LARGE_SAMPLE` values
 * on both sides the share is not drawn but taken from its limit (`limitOfShuffles`).
 */
export function permutationTest(
  before: readonly number[],
  after: readonly number[],
  seed = SEED,
): number | undefined {
  if (before.length < 2 || after.length < 2) return undefined;
  return Math.min(before.length, after.length) > LARGE_SAMPLE
    ? limitOfShuffles(before, after)
    : shareOfShuffles(before, after, seed);
}

/**
 * What the share of shuffles tends to with ever more of them (Hoeffding, 1951): under re-labelling the sum of n of N values is
 * about normal with mean n·x̄ and variance n·(N − n) ÷ N · Σ(x − x̄)² ÷ (N − 1). On both sides together skewness cancels, so
 * the error is of order 1 ÷ n; it stays within 0.02 of 4,999 shuffles.
 */
export function limitOfShuffles(before: readonly number[], after: readonly number[]): number {
  const pool = Float64Array.from([...before, ...after]).sort();
  const middle = pool.reduce((sum, value) => sum + value, 0) / pool.length;
  const squares = pool.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  if (squares === 0) return 1;
  const variance = ((before.length * after.length) / pool.length) * (squares / (pool.length - 1));
  const seen = Float64Array.from(before)
    .sort()
    .reduce((sum, value) => sum + value - middle, 0);
  return beyondBothSides(seen / Math.sqrt(variance));
}

/** The share as it is drawn, or counted, for any numbers of values. */
export function shareOfShuffles(before: readonly number[], after: readonly number[], seed = SEED): number {
  const pool = Float64Array.from([...before, ...after]).sort();
  const total = pool.reduce((sum, value) => sum + value, 0);
  const n = before.length;
  const distance = (sum: number) => Math.abs(sum / n - (total - sum) / (pool.length - n));
  const seen = distance(before.reduce((sum, value) => sum + value, 0));
  // Sums of the same values in another order differ in the last digits.
  const bound = seen - 1e-9 * Math.max(1, Math.abs(seen));
  const divisions = waysToChoose(pool.length, n);
  if (divisions <= SHUFFLES) {
    let far = 0;
    eachChoice(pool, n, (sum) => {
      if (distance(sum) >= bound) far++;
    });
    return far / divisions;
  }
  const random = seededRandom(seed);
  let far = 1;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    let sum = 0;
    for (let index = 0; index < n; index++) {
      const other = index + Math.floor(random() * (pool.length - index));
      const value = pool[other]!;
      pool[other] = pool[index]!;
      pool[index] = value;
      sum += value;
    }
    if (distance(sum) >= bound) far++;
  }
  return far / (SHUFFLES + 1);
}

/** n over k, or Infinity once it is more than anybody would list. */
function waysToChoose(n: number, k: number): number {
  let ways = 1;
  for (let index = 1; index <= Math.min(k, n - k); index++) {
    ways = (ways * (n - index + 1)) / index;
    if (ways > 1e6) return Number.POSITIVE_INFINITY;
  }
  return Math.round(ways);
}

/** The sum of every choice of k values. */
function eachChoice(pool: Float64Array, k: number, found: (sum: number) => void): void {
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) found(sum);
    else
      for (let index = from; index <= pool.length - left; index++)
        choose(index + 1, left - 1, sum + pool[index]!);
  };
  choose(0, k, 0);
}
