import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onCallLoad } from "../../../src/core/on-call/load.ts";
import { isAtNight, isOnWeekend } from "../../../src/core/on-call/page-times.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { BERLIN, known, log, now, period, shift, teams } from "./march-log.ts";

const NIGHT = { from: "22:00", to: "06:00" };

describe("night and weekend", () => {
  test("are those of the team's zone, summer and winter", () => {
    expect(isAtNight(epochOf("2026-03-06T21:00:00Z"), BERLIN, NIGHT)).toBe(true);
    expect(isAtNight(epochOf("2026-03-06T20:59:59Z"), BERLIN, NIGHT)).toBe(false);
    expect(isAtNight(epochOf("2026-07-06T20:00:00Z"), BERLIN, NIGHT)).toBe(true);
    expect(isAtNight(epochOf("2026-03-07T05:00:00Z"), BERLIN, NIGHT)).toBe(false);
    expect(isAtNight(epochOf("2026-03-07T04:59:59Z"), BERLIN, NIGHT)).toBe(true);
    expect(isAtNight(epochOf("2026-03-07T12:30:00Z"), "UTC", { from: "12:00", to: "13:00" })).toBe(true);
    expect(isOnWeekend(epochOf("2026-03-06T23:00:00Z"), BERLIN)).toBe(true);
    expect(isOnWeekend(epochOf("2026-03-06T22:59:59Z"), BERLIN)).toBe(false);
    expect(isOnWeekend(epochOf("2026-03-08T23:00:00Z"), BERLIN)).toBe(false);
  });
});

describe("load", () => {
  test("counts shifts of a normal length, and gives a page that names nobody to who worked then", () => {
    const { teams: byTeam, people } = onCallLoad(known(), period, now);
    expect(people).toEqual([
      {
        id: "ada",
        shifts: 2,
        pages: 2,
        actionable: 2,
        grouped: 1,
        night: 2,
        weekend: 1,
        perShift: 1,
        groupedPerShift: 0.5,
      },
      {
        id: "grace",
        shifts: 1,
        pages: 1,
        actionable: 0,
        grouped: 0,
        night: 0,
        weekend: 1,
        perShift: 0,
        groupedPerShift: 0,
      },
    ]);
    expect(byTeam).toEqual([
      {
        id: "payments",
        shifts: 3,
        pages: 4,
        actionable: 3,
        grouped: 2,
        night: 2,
        weekend: 2,
        perShift: 1,
        groupedPerShift: 2 / 3,
      },
    ]);
  });

  test("is absent by shift where no shift is recorded, never infinite", () => {
    const { teams: byTeam, people } = onCallLoad(known({ pages: log.pages }), period, now);
    expect(byTeam[0]).not.toHaveProperty("perShift");
    expect(people.map(({ id }) => id)).toEqual(["ada", "grace"]);
    expect(JSON.stringify([byTeam, people])).not.toMatch(/null|NaN/);
  });

  test("does not change when a shift is parted in two or the log in two files", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 23 }),
        fc.shuffledSubarray(log.pages, { minLength: 4 }),
        (hour, pages) => {
          const cut = `2026-03-06T${String(8 + Math.min(hour, 15)).padStart(2, "0")}:00:00Z`;
          const parted = buildKnowledgeBase(
            [
              buildEntry("on-call", "b", {
                shifts: [shift("ada", cut, "2026-03-07T08:00:00Z"), log.shifts[1]!],
                pages: pages.slice(2),
              }),
              buildEntry("on-call", "a", {
                shifts: [shift("ada", "2026-03-06T08:00:00Z", cut)],
                pages: pages.slice(0, 2),
              }),
            ],
            { teams },
          );
          if (hour > 15) return;
          expect(onCallLoad(parted, period, now)).toEqual(onCallLoad(known(), period, now));
        },
      ),
      { numRuns: 20, seed: 3 },
    );
  });
});
