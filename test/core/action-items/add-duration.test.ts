import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addDuration, addToDate } from "../../../src/core/action-items/add-duration.ts";
import { dateIn, epochOf, instantOf } from "../../../src/core/time.ts";

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"];

describe("a day + a length of time", () => {
  test.each([
    ["2026-03-20", "14d", "2026-04-03"],
    ["2026-03-20", "48h", "2026-03-22"],
    ["2026-03-20", "36h", "2026-03-22"],
    ["2024-02-28", "1d", "2024-02-29"],
    // Friday, Saturday and Sunday + 1 business day are Monday.
    ["2026-03-20", "1bd", "2026-03-23"],
    ["2026-03-21", "1bd", "2026-03-23"],
    ["2026-03-22", "1bd", "2026-03-23"],
    ["2026-03-18", "5bd", "2026-03-25"],
    ["2026-03-18", "10bd", "2026-04-01"],
  ])("%s + %s is %s", (from, length, expected) => {
    expect(addToDate(from, length)).toBe(expected);
  });

  test("never ends on a weekend when business days are counted, and five of them are a week", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 60 }), (day, count) => {
        const from = addDays("1970-01-01", day);
        const to = addToDate(from, `${count}bd`);
        expect([0, 6]).not.toContain(new Date(`${to}T00:00:00Z`).getUTCDay());
        expect(addToDate(to, "5bd")).toBe(addDays(to, 7));
      }),
    );
  });
});

describe("an instant + a length of time", () => {
  test("counts hours and days exactly", () => {
    expect(instantOf(addDuration(epochOf("2026-03-14T18:12:00Z"), "48h", "Europe/Berlin"))).toBe(
      "2026-03-16T18:12:00Z",
    );
    expect(instantOf(addDuration(epochOf("2026-03-14T18:12:00Z"), "7d", "Europe/Berlin"))).toBe(
      "2026-03-21T18:12:00Z",
    );
  });

  test("counts business days in the zone and keeps the time of day over a change of clocks", () => {
    // Friday 19:00 in Berlin, before summer time begins on Sunday the 29th.
    expect(instantOf(addDuration(epochOf("2026-03-27T18:00:00Z"), "1bd", "Europe/Berlin"))).toBe(
      "2026-03-30T17:00:00Z",
    );
    // Friday evening in New York is Saturday in UTC.
    expect(instantOf(addDuration(epochOf("2026-03-21T02:00:00Z"), "1bd", "America/New_York"))).toBe(
      "2026-03-24T02:00:00Z",
    );
  });

  test("ends on the day that the day alone gives", () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...zones),
        (from, count, zone) => {
          const day = dateIn(from, zone);
          expect(dateIn(addDuration(from, `${count}bd`, zone), zone)).toBe(addToDate(day, `${count}bd`));
        },
      ),
    );
  });
});
