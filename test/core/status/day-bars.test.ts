import { describe, expect, test } from "vitest";
import { availability } from "../../../src/core/status/availability.ts";
import { barDates, dayBars } from "../../../src/core/status/day-bars.ts";
import { epochOf, startOfDay } from "../../../src/core/time.ts";
import { buildIncident, type Fields } from "../../support/builders/build-entry.ts";

const hurt = (level: string, from: string, to?: string): Fields => ({
  visibility: "public",
  milestones: { started: from, detected: from, ...(to ? { resolved: to } : {}) },
  impact: [{ service: "checkout", level, from, to }],
});

function bars(incidents: readonly Fields[], options: Partial<Parameters<typeof dayBars>[0]> = {}) {
  const days = dayBars({
    service: "checkout",
    incidents: incidents.map((fields, index) => buildIncident(fields, `2026-01-01-${index}`)),
    maintenance: [],
    now: epochOf("2026-05-10T12:00:00Z"),
    zone: "UTC",
    ...options,
  });
  return (date: string) => {
    const { kind, minutes } = days.find((day) => day.date === date)!;
    return [kind, minutes];
  };
}

describe("the days of a component", () => {
  test("are ninety with today, in the zone of the page", () => {
    // At 23:00 UTC it is already the next day in Berlin.
    const dates = barDates(epochOf("2026-05-10T23:00:00Z"), "Europe/Berlin");
    expect(dates).toHaveLength(90);
    expect([dates[0], dates.at(-1)]).toEqual(["2026-02-11", "2026-05-11"]);
    expect(barDates(epochOf("2026-05-10T23:00:00Z"), "UTC").at(-1)).toBe("2026-05-10");
  });

  test("split an outage at midnight of the page's zone", () => {
    const outage = hurt("major_outage", "2026-05-05T21:30:00Z", "2026-05-05T22:20:00Z");
    const berlin = bars([outage], { zone: "Europe/Berlin" });
    expect(berlin("2026-05-05")).toEqual(["major_outage", { major_outage: 30 }]);
    expect(berlin("2026-05-06")).toEqual(["major_outage", { major_outage: 20 }]);
    expect(bars([outage])("2026-05-05")).toEqual(["major_outage", { major_outage: 50 }]);
    expect(bars([outage])("2026-05-06")).toEqual(["fine", {}]);
  });

  test("have 23 hours when clocks go forward and 25 when they go back", () => {
    const spring = hurt("partial_outage", "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z");
    const berlin = bars([spring], { zone: "Europe/Berlin" });
    expect(berlin("2026-03-28")[1]).toEqual({ partial_outage: 24 * 60 });
    expect(berlin("2026-03-29")[1]).toEqual({ partial_outage: 23 * 60 });
    const autumn = hurt("partial_outage", "2026-10-23T00:00:00Z", "2026-10-28T00:00:00Z");
    const now = epochOf("2026-10-30T12:00:00Z");
    expect(bars([autumn], { zone: "Europe/Berlin", now })("2026-10-25")[1]).toEqual({
      partial_outage: 25 * 60,
    });
  });

  test("count what overlaps once, with the worst level, and end today now", () => {
    const day = bars([
      hurt("degraded_performance", "2026-05-10T10:00:00Z"),
      hurt("major_outage", "2026-05-10T11:00:00Z", "2026-05-10T11:30:00Z"),
    ])("2026-05-10");
    expect(day).toEqual(["major_outage", { major_outage: 30, degraded_performance: 90 }]);
  });

  test("tell planned work apart, and count no trouble within it", () => {
    const work = { from: epochOf("2026-05-05T02:00:00Z"), to: epochOf("2026-05-05T03:00:00Z") };
    const quiet = bars([], { maintenance: [work] });
    expect(quiet("2026-05-05")).toEqual(["maintenance", { maintenance: 60 }]);
    const longer = bars([hurt("partial_outage", "2026-05-05T02:30:00Z", "2026-05-05T03:10:00Z")], {
      maintenance: [work],
    });
    expect(longer("2026-05-05")).toEqual(["partial_outage", { partial_outage: 10, maintenance: 60 }]);
  });

  test("say that nothing is known before the history begins, and round what is short up to a minute", () => {
    const day = bars([hurt("partial_outage", "2026-05-05T02:00:00Z", "2026-05-05T02:00:10Z")], {
      since: "2026-05-05",
    });
    expect(day("2026-05-04")).toEqual(["no-data", {}]);
    expect(day("2026-05-05")).toEqual(["partial_outage", { partial_outage: 1 }]);
  });
});

describe("availability", () => {
  const window = { from: startOfDay("2026-05-01", "UTC"), to: startOfDay("2026-05-11", "UTC") };
  const facts = { service: "checkout", maintenance: [], window, weighting: "weighted" } as const;
  // Ten days are 14,400 minutes.
  const outage = buildIncident(
    hurt("major_outage", "2026-05-05T00:00:00Z", "2026-05-05T02:24:00Z"),
    "2026-05-05-out",
  );
  const partial = buildIncident(
    hurt("partial_outage", "2026-05-06T00:00:00Z", "2026-05-06T02:24:00Z"),
    "2026-05-06-part",
  );

  test("is 1 − weighted downtime ÷ window by the named weighting", () => {
    expect(availability({ ...facts, incidents: [outage] })).toBeCloseTo(0.99, 10);
    expect(availability({ ...facts, incidents: [outage, partial] })).toBeCloseTo(0.987, 10);
    expect(availability({ ...facts, incidents: [partial], weighting: "outages" })).toBeCloseTo(0.99, 10);
  });

  test("takes announced work out of downtime and window alike", () => {
    const work = { from: epochOf("2026-05-05T00:00:00Z"), to: epochOf("2026-05-06T00:00:00Z") };
    expect(availability({ ...facts, incidents: [outage], maintenance: [work] })).toBe(1);
    // 144 × 0.3 of 12,960 minutes.
    expect(availability({ ...facts, incidents: [partial], maintenance: [work] })).toBeCloseTo(
      1 - 43.2 / 12960,
      10,
    );
  });

  test("is absent where nothing has passed", () => {
    expect(availability({ ...facts, incidents: [], window: { from: window.from, to: window.from } })).toBe(
      undefined,
    );
  });
});
