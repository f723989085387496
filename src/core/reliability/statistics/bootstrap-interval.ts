import { quantile } from "./quantile.ts";
import { SEED, seededRandom } from "./seeded-random.ts";

/** A lower and an upper bound. */
export type Bounds = readonly [low: number, high: number];

const RESAMPLES = 2_000;

/**
 * 95 % percentile bootstrap interval of the mean: 2.5 % and 97.5 % quantiles of the means of 2,000 resamples with
 * replacement, fixed seed; absent below three values. The order of the values changes nothing.
 */
export function bootstrapInterval(values: readonly number[], seed = SEED): Bounds | undefined {
  const n = values.length;
  if (n < 3) return undefined;
  const sorted = Float64Array.from(values).sort();
  const random = seededRandom(seed);
  const means = new Float64Array(RESAMPLES);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    let sum = 0;
    for (let draw = 0; draw < n; draw++) sum += sorted[Math.floor(random() * n)]!;
    means[sample] = sum / n;
  }
  means.sort();
  const drawn = [...means];
  return [quantile(drawn, 0.025)!, quantile(drawn, 0.975)!];
}
