import fc from "fast-check";
import { expect, test } from "vitest";
import { gammaShare, logGamma } from "../../../../src/core/reliability/statistics/gamma.ts";
import { poissonInterval } from "../../../../src/core/reliability/statistics/poisson-interval.ts";
import { shareInterval } from "../../../../src/core/reliability/statistics/share-interval.ts";

test("the gamma function is the factorial, and √π at a half", () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 10);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
});

test("the share of a gamma distribution of shape 1 below x is 1 − e^−x", () => {
  for (const x of [0.1, 1, 2, 5, 20]) expect(gammaShare(1, x)).toBeCloseTo(1 - Math.exp(-x), 12);
});

test.each([
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [3, 0.6187, 8.7673],
  [10, 4.7954, 18.3904],
  [100, 81.36, 121.63],
])("the exact interval of %i events is the published one", (count, low, high) => {
  const known = poissonInterval(count);
  expect(known[0]).toBeCloseTo(low, 2);
  expect(known[1]).toBeCloseTo(high, 2);
});

test("at the bounds of the interval the count itself has just 2.5 % on its side", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      const [low, high] = poissonInterval(count);
      expect(atLeast(count, low)).toBeCloseTo(0.025, 6);
      expect(1 - atLeast(count + 1, high)).toBeCloseTo(0.025, 6);
    }),
    { numRuns: 60 },
  );
});

/** P(N ≥ count) of a Poisson count, summed term by term. */
function atLeast(count: number, lambda: number): number {
  let below = 0;
  let log = -lambda;
  for (let n = 0; n < count; n++) {
    below += Math.exp(log);
    log += Math.log(lambda) - Math.log(n + 1);
  }
  return 1 - below;
}

test("a share of 8 in 10 may be anything from 49 % to 94 %; none of none is no share", () => {
  const [low, high] = shareInterval(8, 10)!;
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
  expect(shareInterval(0, 0)).toBeUndefined();
  expect([shareInterval(0, 4)![0], shareInterval(4, 4)![1]]).toEqual([0, 1]);
});
