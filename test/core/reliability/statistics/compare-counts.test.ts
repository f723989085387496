import { expect, test } from "vitest";
import { compareCounts } from "../../../../src/core/reliability/statistics/compare-counts.ts";

test("a split is judged by all splits that are no likelier: worked out by hand", () => {
  // Of 5, all on one side: 2 · (1/2)^5 = 0.0625. Of 6: 2 · (1/2)^6 = 0.03125.
  expect(compareCounts(5, 0).pValue).toBeCloseTo(0.0625, 12);
  expect(compareCounts(5, 0).verdict).toBe("unknown");
  expect(compareCounts(6, 0).pValue).toBeCloseTo(0.03125, 12);
  expect(compareCounts(6, 0).verdict).toBe("fewer");
  expect(compareCounts(0, 6).verdict).toBe("more");
});

test("equal counts have no trend, and nothing at all has no probability", () => {
  expect(compareCounts(12, 12).pValue).toBeCloseTo(1, 10);
  expect(compareCounts(0, 0)).toEqual({ before: 0, after: 0, verdict: "unknown" });
});

test("a shorter period is expected to have fewer", () => {
  expect(compareCounts(40, 10, { before: 40, after: 10 }).verdict).toBe("unknown");
  expect(compareCounts(40, 10, { before: 10, after: 10 }).verdict).toBe("fewer");
});

test("counts of thousands have a probability too", () => {
  expect(compareCounts(2000, 2100).pValue).toBeGreaterThan(0.05);
  expect(compareCounts(2000, 2400).verdict).toBe("more");
});
