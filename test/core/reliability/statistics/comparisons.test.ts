import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePeriods } from "../../../../src/core/reliability/statistics/compare-periods.ts";
import { detectableChange } from "../../../../src/core/reliability/statistics/detectable-change.ts";
import { permutationTest } from "../../../../src/core/reliability/statistics/permutation-test.ts";
import { rankCorrelation } from "../../../../src/core/reliability/statistics/rank-correlation.ts";
import { type Random, seededRandom } from "../../../../src/core/reliability/statistics/seeded-random.ts";

test("three low against three high values: 2 of the 20 divisions are as far apart", () => {
  expect(permutationTest([1, 2, 3], [4, 5, 6])).toBe(0.1);
});

test("equal sides have a p-value of 1, and one value a side has none", () => {
  expect(permutationTest([5, 5, 5], [5, 5, 5])).toBe(1);
  expect(permutationTest([1], [2, 3])).toBeUndefined();
});

test("neither the order of the values nor which side comes first changes the p-value where all divisions are tried", () => {
  const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(values, values, (before, after) => {
      const known = permutationTest(before, after)!;
      expect(permutationTest([...before].reverse(), [...after].reverse())).toBe(known);
      expect(permutationTest(after, before)).toBeCloseTo(known, 12);
    }),
    { numRuns: 100 },
  );
});

test("the smallest change that shows is worked out from the pooled spread", () => {
  // Logarithms 0, 2 and 0, 2 in steps of minutes: pooled variance 2, error √(2·(1/2 + 1/2)) = √2.
  const sides = [60_000, 60_000 * Math.exp(2)];
  const known = detectableChange(sides, sides)!;
  expect(Math.log(known.smallest)).toBeCloseTo(1.96 * Math.SQRT2, 3);
  expect(Math.log(known.reliable)).toBeCloseTo(2.8016 * Math.SQRT2, 3);
});

test("two incidents against two carry no trend, however far apart", () => {
  expect(comparePeriods([60_000, 70_000], [6_000_000, 7_000_000]).verdict).toBe("unknown");
  expect(comparePeriods([], [60_000])).toEqual({ before: 0, after: 1, verdict: "unknown" });
});

describe("cases that have not ended", () => {
  const times = (count: number, minutes: number) => Array.from({ length: count }, () => minutes * 60_000);
  const slow = times(6, 100);
  const fast = times(6, 10);

  test("turn a claim round where it would fall if each lasted as long as the longest that ended", () => {
    // Six of 100 min stand against six of 10 and eight of 100: C(14, 6) of C(20, 6) divisions are as far apart, p = 0.077.
    const known = comparePeriods(slow, fast, { before: 0, after: 8 });
    expect(known).toMatchObject({ before: 6, after: 6, verdict: "unknown", couldTurn: 8 });
    expect(known.ratio).toBeCloseTo(0.1, 12);
    expect(comparePeriods(fast, slow, { before: 8, after: 0 })).toMatchObject({
      verdict: "unknown",
      couldTurn: 8,
    });
  });

  test("leave a claim alone that holds even then", () => {
    // Against six of 10 and one of 100: 7 of C(13, 6) = 1,716 divisions, p = 0.004; typically shorter by a factor of 7.2.
    expect(comparePeriods(slow, fast, { before: 0, after: 1 })).toEqual(comparePeriods(slow, fast));
    expect(comparePeriods(slow, fast).verdict).toBe("shorter");
  });

  test("leave a claim alone that they can only make stronger", () => {
    expect(comparePeriods(slow, fast, { before: 8, after: 0 }).verdict).toBe("shorter");
    expect(comparePeriods(fast, slow, { before: 0, after: 8 }).verdict).toBe("longer");
  });
});

test("Spearman's ρ of five pairs with a tie is what a hand works out", () => {
  const known = rankCorrelation([
    [1, 5],
    [2, 6],
    [3, 7],
    [4, 8],
    [5, 7],
  ])!;
  expect(known.rho).toBeCloseTo(0.8207826816681233, 12);
  expect(
    rankCorrelation([
      [1, 1],
      [2, 2],
      [3, 3],
    ]),
  ).toBeUndefined();
  expect(
    rankCorrelation([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]),
  ).toBeUndefined();
});

describe("the published finding on log-normal durations (σ = 1.5, 1,000 seeds)", () => {
  const SEEDS = 1_000;

  test.each([5, 30])("at n = %i a real improvement by a tenth is claimed in at most 7 in 100 runs", (n) => {
    expect(claims(n, 0.9)).toBeLessThanOrEqual(0.07 * SEEDS);
  });

  test("at n = 30 an improvement by four fifths is seen in at least 95 of 100 runs", () => {
    expect(claims(30, 0.2)).toBeGreaterThanOrEqual(0.95 * SEEDS);
  });

  /** In how many runs a shorter time is claimed when every duration is multiplied by a factor. */
  function claims(n: number, factor: number): number {
    let claimed = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seededRandom(seed);
      const before = Array.from({ length: n }, () => logNormal(random));
      const after = Array.from({ length: n }, () => factor * logNormal(random));
      if (comparePeriods(before, after).verdict === "shorter") claimed++;
    }
    return claimed;
  }

  /** Median one hour. */
  function logNormal(random: Random): number {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return 3_600_000 * Math.exp(1.5 * normal);
  }
}, 120_000);
