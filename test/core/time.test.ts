import { expect, test } from "vitest";
import { daysBetween } from "../../src/core/time.ts";

test("days are counted over months, leap days and changes of clocks, and never backwards", () => {
  expect(daysBetween("2026-03-01", "2026-03-01")).toBe(0);
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2025-12-31", "2026-12-31")).toBe(365);
  expect(daysBetween("2026-03-02", "2026-03-01")).toBe(0);
});
