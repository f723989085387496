import { SEED, seededRandom } from "./seeded-random.ts";

const SHUFFLES = 4_999;

/**
 * Two-sided p-value of a difference of means under re-labelling: (1 + shuffles whose difference is at least as far from
 * 0) ÷ (1 + shuffles), 4,999 shuffles, fixed seed; exact over all divisions where there are at most that many. Absent
 * where one side has fewer than two values. The order of the values changes nothing.
 */
export function permutationTest(
  before: readonly number[],
  after: readonly number[],
  seed = SEED,
): number | undefined {
  if (before.length < 2 || after.length < 2) return undefined;
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
