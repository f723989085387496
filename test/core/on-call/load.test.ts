import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onCallLoad } from "../../../src/core/on-call/load.ts";
import { isAtNight, isOnWeekend } from "../../../src/core/on-call/page-times.ts";
import { shiftRisk } from "../../../src/core/on-call/shift-risk.ts";
import { figures } from "../../../src/core/reliability/measures/figure.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const BERLIN = "Europe/Berlin";
const NIGHT = { from: "22:00", to: "06:00" };
const period = { from: epochOf("2026-03-01T00:00:00Z"), to: epochOf("2026-04-01T00:00:00Z") };
const now = period.to;
const roster = {
  zone: BERLIN,
  rotation: ["ada", "grace"],
  starts: "2026-03-02T09:00:00+01:00",
  shiftLength: "7d",
};
const teams = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"], roster }],
};
const page = (at: string, more: Fields = {}) => ({
  at,
  team: "payments",
  alert: "CheckoutLatencyHigh",
  ...more,
});
const shift = (person: string, from: string, to: string) => ({ team: "payments", person, from, to });

/** Ada 24 h, Grace 12 h: two normal shifts and one. */
const log = {
  shifts: [
    shift("ada", "2026-03-06T08:00:00Z", "2026-03-07T08:00:00Z"),
    shift("grace", "2026-03-07T08:00:00Z", "2026-03-07T20:00:00Z"),
  ],
  pages: [
    page("2026-03-06T21:30:00Z", { incident: "2026-03-06-a", person: "ada" }),
    page("2026-03-07T04:59:00Z", { incident: "2026-03-06-a" }),
    page("2026-03-07T09:00:00Z", { actionable: false, person: "grace", service: "checkout" }),
    page("2026-03-10T12:00:00Z"),
  ],
};

function known(onCall: Fields = log, entries: readonly ReturnType<typeof buildEntry>[] = []) {
  return buildKnowledgeBase([buildEntry("on-call", "2026-03", onCall), ...entries] as never, { teams });
}

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

describe("measures of pages", () => {
  const figureValue = (id: string, team?: string) =>
    figures(known(), period, now, ["team"]).find((figure) => figure.id === (team ? `${id}/team=${team}` : id))
      ?.value;

  test("share the pages that somebody had to act on", () => {
    expect(figureValue("actionable-pages")).toMatchObject({ kind: "share", part: 3, whole: 4 });
  });

  test("count those at night or on a weekend once, and name both", () => {
    expect(figureValue("unsocial-pages")).toMatchObject({
      kind: "count",
      count: 3,
      parts: [
        { name: "at night", value: 2 },
        { name: "on weekends", value: 2 },
      ],
    });
  });
});

describe("the risk of a shift", () => {
  const next = { from: epochOf("2026-04-06T07:00:00Z"), to: epochOf("2026-04-13T07:00:00Z") };
  const team = known().teams.teams[0]!;

  test("is low where nothing speaks against it, with pages in proportion to the last 90 days", () => {
    const risk = shiftRisk(known(), team, next, true, now);
    expect(risk).toMatchObject({ level: "low", reasons: [] });
    expect(risk.expectedPages).toBeCloseTo((3 * 7) / 90, 10);
  });

  test("counts its reasons: disturbed nights, what is open, little budget, planned work, nobody behind", () => {
    const nights = Array.from({ length: 13 }, (_, day) => page(`2026-03-${10 + day}T01:00:00Z`));
    const incident = buildEntry("incident", "2026-03-20-open", {
      severity: { initial: "SEV3", peak: "SEV3" },
      milestones: { started: "2026-03-20T10:00:00Z", detected: "2026-03-20T10:05:00Z" },
      impact: [{ service: "checkout", level: "major_outage", from: "2026-03-20T10:00:00Z" }],
    });
    const service = buildEntry("service", "checkout", {
      objectives: [{ id: "availability", target: 0.999, window: { rolling: "28d" } }],
    });
    const work = buildEntry("maintenance", "2026-04-07-database", {
      title: "Database moves",
      visibility: "internal",
      services: [{ service: "checkout", expected: "none" }],
      schedule: { from: "2026-04-07T01:00:00Z", to: "2026-04-07T02:00:00Z" },
    });
    const risk = shiftRisk(known({ pages: nights }, [incident, service, work]), team, next, false, now);
    expect(risk.reasons).toEqual([
      { kind: "night", expected: (13 * 7) / 90 },
      { kind: "open-incidents", incidents: ["2026-03-20-open"] },
      { kind: "little-budget", services: ["checkout"] },
      { kind: "maintenance", ids: ["2026-04-07-database"] },
      { kind: "no-backup" },
    ]);
    expect(risk.level).toBe("high");
    expect(shiftRisk(known(log, [work]), team, next, true, now).level).toBe("moderate");
  });
});
