import { LARGE_SAMPLE } from "./large-sample.ts";
import { beyondBothSides } from "./normal-distribution.ts";
import { SEED, seededRandom } from "./seeded-random.ts";

/** How far two orders agree. */
export interface RankCorrelation {
  readonly n: number;
  /** Spearman's ρ, −1 to 1. */
  readonly rho: number;
  /** Two-sided, by 1,999 shuffles with a fixed seed; above `LARGE_SAMPLE` pairs by their limit, ρ·√(n − 1) about normal. */
  readonly pValue: number;
}

const SHUFFLES = 1_999;

/** Spearman's ρ = correlation of ranks, ties at their mean rank; absent below four pairs or where one side never varies. */
export function rankCorrelation(
  pairs: readonly (readonly [number, number])[],
  seed = SEED,
): RankCorrelation | undefined {
  if (pairs.length < 4) return undefined;
  const sorted = [...pairs].sort(([a, b], [c, d]) => a - c || b - d);
  const left = centred(ranks(sorted.map(([a]) => a)));
  const right = centred(ranks(sorted.map(([, b]) => b)));
  const scale = Math.sqrt(product(left, left) * product(right, right));
  if (scale === 0) return undefined;
  const rho = product(left, right) / scale;
  if (pairs.length > LARGE_SAMPLE)
    return { n: pairs.length, rho, pValue: beyondBothSides(rho * Math.sqrt(pairs.length - 1)) };
  const random = seededRandom(seed);
  let far = 1;
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    for (let index = right.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      const value = right[index]!;
      right[index] = right[other]!;
      right[other] = value;
    }
    if (Math.abs(product(left, right) / scale) >= Math.abs(rho) - 1e-9) far++;
  }
  return { n: pairs.length, rho, pValue: far / (SHUFFLES + 1) };
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranked = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let index = first; index <= last; index++) ranked[order[index]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranked;
}

function centred(values: readonly number[]): number[] {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - middle);
}

function product(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * right[index]!;
  return sum;
}
