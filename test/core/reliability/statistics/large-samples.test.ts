import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bootstrapInterval,
  drawnInterval,
  expandedInterval,
} from "../../../../src/core/reliability/statistics/bootstrap-interval.ts";
import { LARGE_SAMPLE } from "../../../../src/core/reliability/statistics/large-sample.ts";
import { beyondBothSides } from "../../../../src/core/reliability/statistics/normal-distribution.ts";
import {
  limitOfShuffles,
  permutationTest,
  shareOfShuffles,
} from "../../../../src/core/reliability/statistics/permutation-test.ts";
import { rankCorrelation } from "../../../../src/core/reliability/statistics/rank-correlation.ts";
import { type Random, seededRandom } from "../../../../src/core/reliability/statistics/seeded-random.ts";
import { selectLeast } from "../../../../src/core/reliability/statistics/select-least.ts";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const sizes = fc.integer({ min: LARGE_SAMPLE + 1, max: 600 });

test("1.96 standard errors and more on both sides have 5 %, 0 has all, 3 has what tables say", () => {
  expect(beyondBothSides(1.959963984540054)).toBeCloseTo(0.05, 12);
  expect(beyondBothSides(0)).toBe(1);
  expect(beyondBothSides(-3)).toBeCloseTo(0.002699796063, 11);
});

test("selection finds what stands at a place of the sorted values", () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.nat(), (list, any) => {
      const place = any % list.length;
      expect(selectLeast(Float64Array.from(list), place)).toBe([...list].sort((a, b) => a - b)[place]);
    }),
  );
});

describe("above a hundred values what would be drawn is worked out", () => {
  test("the ends of the interval are mean ± 1.96 standard errors where nothing is skewed or heavy in the tails", () => {
    // 100 times 0 and 100 times 2: mean 1, spread 1, no skew; excess kurtosis −2, so k = −2 ÷ 200.
    const values = Array.from({ length: 200 }, (_, index) => (index % 2) * 2);
    const z = 1.959963984540054;
    const half = (z - (0.01 * (z ** 3 - 3 * z)) / 24) / Math.sqrt(200);
    const [low, high] = expandedInterval(values);
    expect(low).toBeCloseTo(1 - half, 12);
    expect(high).toBeCloseTo(1 + half, 12);
    expect(expandedInterval(Array<number>(200).fill(7))).toEqual([7, 7]);
  });

  test("on log-normal lengths (σ = 1.5) each end is within a quarter of a standard error of the drawn one", () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, n) => {
        const values = logNormal(seededRandom(seed), n, 1.5);
        const known = bootstrapInterval(values)!;
        expect(known).toEqual(expandedInterval(values));
        const drawn = drawnInterval(values);
        const error = standardError(values);
        for (const side of [0, 1] as const)
          expect(Math.abs(known[side] - drawn[side])).toBeLessThan(0.25 * error);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("a p-value is within 0.02 of that of 4,999 shuffles, whichever side is larger, and the same from either side", () => {
    fc.assert(
      fc.property(
        seeds,
        sizes,
        sizes,
        fc.double({ min: 0.6, max: 1.6, noNaN: true }),
        (seed, n, m, factor) => {
          const random = seededRandom(seed);
          const before = logNormal(random, n, 1.5).map(Math.log);
          const after = logNormal(random, m, 1.5).map((value) => Math.log(factor * value));
          const known = permutationTest(before, after)!;
          expect(known).toBe(limitOfShuffles(before, after));
          expect(permutationTest(after, before)).toBeCloseTo(known, 9);
          expect(Math.abs(known - shareOfShuffles(before, after))).toBeLessThan(0.02);
        },
      ),
      { numRuns: 30, seed: 1 },
    );
  });

  test("the order of the values changes neither", () => {
    fc.assert(
      fc.property(seeds, sizes, (seed, n) => {
        const values = logNormal(seededRandom(seed), n, 1);
        const turned = values.toReversed();
        expect(expandedInterval(turned)).toEqual(expandedInterval(values));
        expect(limitOfShuffles(turned, values)).toBe(limitOfShuffles(values, turned));
      }),
      { numRuns: 20 },
    );
  });

  test("equal values on both sides have a p-value of 1", () => {
    const same = Array<number>(LARGE_SAMPLE + 1).fill(5);
    expect(permutationTest(same, same)).toBe(1);
  });

  test("a rank correlation of 401 pairs is unlikely by chance as the normal distribution has it", () => {
    // ρ·√400 = 20·ρ standard errors.
    const random = seededRandom(4);
    const pairs = Array.from({ length: 401 }, (_, index) => [index, index * 0.2 + 400 * random()] as const);
    const { rho, pValue } = rankCorrelation(pairs)!;
    expect(pValue).toBeCloseTo(beyondBothSides(20 * rho), 12);
    expect(rho).toBeGreaterThan(0.05);
  });
});

function logNormal(random: Random, n: number, sigma: number): number[] {
  return Array.from({ length: n }, () =>
    Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())),
  );
}

function standardError(values: readonly number[]): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0)) / values.length;
}
