import { expect, test } from "vitest";
import { comparePeriods } from "../../../src/core/reliability/statistics/compare-periods.ts";
import { lengthTrend } from "../../../src/core/words/trend-words.ts";

const times = (count: number, minutes: number) => Array.from({ length: count }, () => minutes * 60_000);

test("a trend says how many cases carry it, and an arrow points where lengths went", () => {
  // Both of the C(12, 6) = 924 divisions that part 10 from 100 are as far apart: p = 0.002.
  expect(lengthTrend(comparePeriods(times(6, 100), times(6, 10)))).toEqual({
    sentence: "Typically shorter than in the period before by a factor of 10 (n = 6 against 6, p = 0.002).",
    arrow: "down",
  });
});

test("no arrow is drawn that cases which have not ended could turn round, and the sentence says how many", () => {
  expect(lengthTrend(comparePeriods(times(6, 100), times(6, 10), { before: 0, after: 8 }))).toEqual({
    sentence:
      "No trend can be told: those that ended were typically shorter than in the period before by a factor of 10 (n = 6 against 6, p = 0.002), but 8 have not ended and could turn that round.",
  });
  expect(lengthTrend(comparePeriods(times(2, 10), times(5, 100), { before: 1, after: 0 }))).toEqual({
    sentence:
      "No trend can be told: those that ended were typically longer than in the period before by a factor of 10 (n = 5 against 2, p = 0.048), but 1 of the period before has not ended and could turn that round.",
  });
});

test("too few cases tell no trend, ended or not", () => {
  expect(lengthTrend(comparePeriods(times(1, 10), times(3, 10), { before: 2, after: 1 })).sentence).toBe(
    "No trend can be told: there are 3 cases now and 1 in the period before, and it takes two in each.",
  );
});
