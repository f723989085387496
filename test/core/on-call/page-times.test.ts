import { expect, test } from "vitest";
import { isAtNight } from "../../../src/core/on-call/page-times.ts";
import { epochOf } from "../../../src/core/time.ts";

test("a night lasts over midnight, in the zone of the roster, in summer and winter", () => {
  const night = { from: "22:00", to: "06:00" };
  const inBerlin = (text: string) => isAtNight(epochOf(text), "Europe/Berlin", night);
  // Winter: UTC + 1.
  expect(
    ["2026-01-10T20:59:59Z", "2026-01-10T21:00:00Z", "2026-01-11T04:59:59Z", "2026-01-11T05:00:00Z"].map(
      inBerlin,
    ),
  ).toEqual([false, true, true, false]);
  // Summer: UTC + 2.
  expect(
    ["2026-07-10T19:59:59Z", "2026-07-10T20:00:00Z", "2026-07-11T03:59:59Z", "2026-07-11T04:00:00Z"].map(
      inBerlin,
    ),
  ).toEqual([false, true, true, false]);
  expect(isAtNight(epochOf("2026-01-10T03:00:00Z"), "UTC", { from: "01:00", to: "05:00" })).toBe(true);
  expect(isAtNight(epochOf("2026-01-10T05:00:00Z"), "UTC", { from: "01:00", to: "05:00" })).toBe(false);
});
