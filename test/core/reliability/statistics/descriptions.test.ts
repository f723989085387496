import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval } from "../../../../src/core/reliability/statistics/bootstrap-interval.ts";
import { distribution } from "../../../../src/core/reliability/statistics/distribution.ts";
import { geometricMean } from "../../../../src/core/reliability/statistics/geometric-mean.ts";
import { mean } from "../../../../src/core/reliability/statistics/mean.ts";
import { quantile } from "../../../../src/core/reliability/statistics/quantile.ts";
import { seededRandom } from "../../../../src/core/reliability/statistics/seeded-random.ts";

const MINUTE = 60_000;
const lengths = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 });

test("no values have no mean, no quantile and no distribution, rather than 0", () => {
  expect([
    mean([]),
    geometricMean([]),
    quantile([], 0.5),
    distribution([]),
    bootstrapInterval([1, 2]),
  ]).toEqual(Array(5).fill(undefined));
});

test("a distribution of five incidents is what a hand works out", () => {
  const known = distribution([40, 10, 20, 160, 80].map((minutes) => minutes * MINUTE))!;
  expect(known).toMatchObject({
    n: 5,
    least: 10 * MINUTE,
    lowerQuartile: 20 * MINUTE,
    median: 40 * MINUTE,
    upperQuartile: 80 * MINUTE,
    p90: 128 * MINUTE,
    most: 160 * MINUTE,
    mean: 62 * MINUTE,
  });
  expect(known.geometricMean).toBeCloseTo(40 * MINUTE, 3);
});

test("quartiles of four values lie between them", () => {
  expect([0.25, 0.5, 0.75].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1.75, 2.5, 3.25]);
});

test("what took no whole minute counts as half of one where a logarithm is taken", () => {
  expect(geometricMean([0, 0])).toBeCloseTo(30_000, 6);
});

describe("a distribution of any lengths", () => {
  test("is the same in whatever order they were given, and in order itself", () => {
    fc.assert(
      fc.property(lengths, (values) => {
        const known = distribution(values)!;
        expect(distribution([...values].reverse())).toEqual(known);
        const { least, lowerQuartile, median, upperQuartile, p90, most } = known;
        const inOrder = [least, lowerQuartile, median, upperQuartile, p90, most];
        expect([...inOrder].sort((a, b) => a - b)).toEqual(inOrder);
        expect(known.mean).toBeGreaterThanOrEqual(least - 1e-6);
        expect(known.mean).toBeLessThanOrEqual(most + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test("has an interval of the mean that lies within the values, and the same one every time", () => {
    fc.assert(
      fc.property(lengths, (values) => {
        const known = bootstrapInterval(values);
        if (values.length < 3) return void expect(known).toBeUndefined();
        expect(known).toEqual(bootstrapInterval([...values].sort((a, b) => b - a)));
        expect(known![0]).toBeLessThanOrEqual(known![1]);
        expect(known![0]).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(known![1]).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
      { numRuns: 25 },
    );
  });
});

test("the bootstrap interval of normal values is about mean ± 1.96 standard errors", () => {
  const random = seededRandom(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const values = Array.from({ length: 400 }, () => 100 + 10 * normal());
  const [low, high] = bootstrapInterval(values)!;
  const middle = mean(values)!;
  expect(low).toBeCloseTo(middle - 0.98, 0);
  expect(high).toBeCloseTo(middle + 0.98, 0);
});

test("a stream of chance repeats for its seed, differs for another, and spreads evenly", () => {
  const take = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20_000 }, () => random());
  };
  expect(take(1)).toEqual(take(1));
  expect(take(1).slice(0, 5)).not.toEqual(take(2).slice(0, 5));
  const tenths = Array<number>(10).fill(0);
  for (const value of take(3)) tenths[Math.floor(value * 10)]!++;
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});
