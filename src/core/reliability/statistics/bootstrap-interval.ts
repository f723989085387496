import { LARGE_SAMPLE } from "./large-sample.ts";
import { Z_95 } from "./normal-distribution.ts";
import { SEED, seededRandom } from "./seeded-random.ts";
import { selectLeast } from "./select-least.ts";

/** A lower and an upper bound. */
export type Bounds = readonly [low: number, high: number];

const RESAMPLES = 2_000;

/**
 * 95 % percentile bootstrap interval of the mean: 2.5 % and 97.5 % quantiles of the means of 2,000 resamples with
 * replacement, fixed seed; absent below three values. The order of the values changes nothing. Above `LARGE_SAMPLE` values
 * those quantiles are not drawn but expanded (`expandedInterval`).
 */
export function bootstrapInterval(values: readonly number[], seed = SEED): Bounds | undefined {
  if (values.length < 3) return undefined;
  return values.length > LARGE_SAMPLE ? expandedInterval(values) : drawnInterval(values, seed);
}

/** The interval as it is drawn, for any number of values. */
export function drawnInterval(values: readonly number[], seed = SEED): Bounds {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const places = n <= LARGE_SAMPLE && seed === SEED ? keptPlaces(n) : undefined;
  const random = seededRandom(seed);
  const means = new Float64Array(RESAMPLES);
  let draw = 0;
  for (let sample = 0; sample < RESAMPLES; sample++) {
    let sum = 0;
    if (places === undefined) for (let left = n; left > 0; left--) sum += sorted[Math.floor(random() * n)]!;
    else for (const end = draw + n; draw < end; draw++) sum += sorted[places[draw]!]!;
    means[sample] = sum / n;
  }
  return [quantileOf(means, 0.025), quantileOf(means, 0.975)];
}

/** The quantile of values in any order, as `quantile` has it of sorted ones. */
function quantileOf(values: Float64Array, p: number): number {
  const below = Math.floor(p * (values.length - 1));
  const ends = [selectLeast(values, below), selectLeast(values, below + 1)];
  return ends[0]! + (ends[1]! - ends[0]!) * (p * (values.length - 1) - below);
}

/**
 * What the drawn quantiles tend to with ever more resamples (Cornish and Fisher, 1938; Hall, 1992): mean + s ÷ √n ·
 * (z + g·(z² − 1) ÷ 6 + k·(z³ − 3z) ÷ 24 − g²·(2z³ − 5z) ÷ 36), with g = skewness ÷ √n and k = excess kurtosis ÷ n. The
 * error is of order n^−3/2; on log-normal lengths (σ = 1.5) it stays within a quarter of a standard error of 2,000 draws.
 */
export function expandedInterval(values: readonly number[]): Bounds {
  const n = values.length;
  // Sums of the same values in another order differ in the last digits.
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.reduce((sum, value) => sum + value, 0) / n;
  let [second, third, fourth] = [0, 0, 0];
  for (const value of sorted) {
    const square = (value - middle) ** 2;
    second += square;
    third += square * (value - middle);
    fourth += square * square;
  }
  if (second === 0) return [middle, middle];
  const spread = Math.sqrt(second / n);
  const error = spread / Math.sqrt(n);
  const g = third / n / spread ** 3 / Math.sqrt(n);
  const k = (fourth / n / spread ** 4 - 3) / n;
  const end = (z: number) =>
    middle +
    error * (z + (g * (z * z - 1)) / 6 + (k * (z ** 3 - 3 * z)) / 24 - (g * g * (2 * z ** 3 - 5 * z)) / 36);
  return [end(-Z_95), end(Z_95)];
}

/** Which of n values are drawn, resample after resample: the same for everybody, and a page has hundreds of small samples. */
function keptPlaces(n: number): Uint8Array {
  const known = kept.get(n);
  if (known) return known;
  stream ??= firstNumbers();
  const places = new Uint8Array(n * RESAMPLES);
  for (let draw = 0; draw < places.length; draw++) places[draw] = Math.floor(stream[draw]! * n);
  kept.set(n, places);
  return places;
}

const kept = new Map<number, Uint8Array>();
let stream: Float64Array | undefined;

/** As much of the stream of every figure as the largest sample takes that is drawn. */
function firstNumbers(): Float64Array {
  const random = seededRandom(SEED);
  const numbers = new Float64Array(LARGE_SAMPLE * RESAMPLES);
  for (let draw = 0; draw < numbers.length; draw++) numbers[draw] = random();
  return numbers;
}
