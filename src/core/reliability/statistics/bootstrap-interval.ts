import { quantile } from "./quantile.ts";
import { SEED, seededRandom } from "./seeded-random.ts";

/** A lower and an upper bound. */
export type Bounds = readonly [low: number, high: number];

const RESAMPLES = 2_000;

/** Up to this many values the stream is kept: it is the same for everybody, and a page has hundreds of small samples. */
const KEPT = 200;

/**
 * 95 % percentile bootstrap interval of the mean: 2.5 % and 97.5 % quantiles of the means of 2,000 resamples with
 * replacement, fixed seed; absent below three values. The order of the values changes nothing.
 */
export function bootstrapInterval(values: readonly number[], seed = SEED): Bounds | undefined {
  const n = values.length;
  if (n < 3) return undefined;
  const sorted = Float64Array.from(values).sort();
  const draws = n <= KEPT && seed === SEED ? keptDraws(n * RESAMPLES) : undefined;
  const random = seededRandom(seed);
  const means = new Float64Array(RESAMPLES);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    let sum = 0;
    if (draws === undefined) for (let draw = 0; draw < n; draw++) sum += sorted[Math.floor(random() * n)]!;
    else
      for (let draw = sample * n; draw < (sample + 1) * n; draw++)
        sum += sorted[Math.floor(draws[draw]! * n)]!;
    means[sample] = sum / n;
  }
  means.sort();
  const drawn = [...means];
  return [quantile(drawn, 0.025)!, quantile(drawn, 0.975)!];
}

let kept = new Float64Array(0);
const stream = seededRandom(SEED);

/** The first so many numbers of the stream of every figure. */
function keptDraws(count: number): Float64Array {
  if (kept.length >= count) return kept;
  const longer = new Float64Array(Math.max(count, Math.min(2 * kept.length, KEPT * RESAMPLES)));
  longer.set(kept);
  for (let index = kept.length; index < longer.length; index++) longer[index] = stream();
  kept = longer;
  return kept;
}
