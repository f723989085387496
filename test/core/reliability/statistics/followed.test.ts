import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier } from "../../../../src/core/reliability/statistics/kaplan-meier.ts";
import {
  cumulativeIncidence,
  type Followed,
  timeOfShare,
} from "../../../../src/core/reliability/statistics/survival.ts";

const event = (time: number) => ({ time, end: "event" }) as const;
const censored = (time: number) => ({ time, end: "censored" }) as const;
const competing = (time: number) => ({ time, end: "competing" }) as const;

test("Kaplan and Meier's estimate of the 6-MP trial (Freireich, 1963) is the published one", () => {
  const cases = [
    ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(event),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(censored),
  ];
  expect(kaplanMeier(cases).map(({ time, atRisk, survival }) => [time, atRisk, survival.toFixed(4)])).toEqual(
    [
      [6, 21, "0.8571"],
      [7, 17, "0.8067"],
      [10, 15, "0.7529"],
      [13, 12, "0.6902"],
      [16, 11, "0.6275"],
      [22, 7, "0.5378"],
      [23, 6, "0.4482"],
    ],
  );
});

test("what was dropped can no longer be done, and is not counted as still open", () => {
  // At 1: 1/4. At 2 one of three is dropped, S = 3/4 · 2/3 = 1/2. At 3: 1/4 + 1/2 · 1/2 = 1/2.
  const cases = [event(1), competing(2), event(3), censored(4)];
  const steps = cumulativeIncidence(cases);
  expect(steps.map(({ time, share }) => [time, share])).toEqual([
    [1, 0.25],
    [3, 0.5],
  ]);
  expect([timeOfShare(steps, 0.5), timeOfShare(steps, 0.6)]).toEqual([3, undefined]);
});

test("nothing followed has no curve", () => {
  expect([kaplanMeier([]), cumulativeIncidence([censored(3)])]).toEqual([[], []]);
});

test("without censoring the curve is the share that is done; the order of cases changes nothing", () => {
  const times = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(times, (list) => {
      const steps = cumulativeIncidence(list.map(event));
      for (const { time, share } of steps)
        expect(share).toBeCloseTo(list.filter((each) => each <= time).length / list.length, 10);
      expect(cumulativeIncidence(list.toReversed().map(event))).toEqual(steps);
    }),
  );
});

test("shares of done, dropped and open are at most one and never fall", () => {
  const ends = fc.constantFrom<Followed["end"]>("event", "competing", "censored");
  const cases = fc.array(fc.record({ time: fc.integer({ min: 0, max: 9 }), end: ends }), { maxLength: 30 });
  fc.assert(
    fc.property(cases, (list) => {
      const shares = cumulativeIncidence(list).map(({ share }) => share);
      for (const [index, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(shares[index - 1] ?? 0);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
