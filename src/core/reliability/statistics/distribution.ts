import { type Bounds, bootstrapInterval } from "./bootstrap-interval.ts";
import { geometricMean } from "./geometric-mean.ts";
import { mean } from "./mean.ts";
import { quantile } from "./quantile.ts";

/** What is said of lengths of time, in milliseconds: never a mean alone. */
export interface Distribution {
  readonly n: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly p90: number;
  readonly most: number;
  readonly geometricMean: number;
  readonly mean: number;
  /** 95 % bootstrap interval of the mean; absent below three values. */
  readonly meanInterval?: Bounds;
}

/** n, median, quartiles, p90, geometric mean, and the mean with its interval; absent without values. */
export function distribution(values: readonly number[]): Distribution | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number) => quantile(sorted, p)!;
  const meanInterval = bootstrapInterval(sorted);
  return {
    n: sorted.length,
    least: sorted[0]!,
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    p90: at(0.9),
    most: sorted.at(-1)!,
    geometricMean: geometricMean(sorted)!,
    mean: mean(sorted)!,
    ...(meanInterval === undefined ? {} : { meanInterval }),
  };
}
