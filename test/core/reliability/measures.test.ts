import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { impactDuration } from "../../../src/core/reliability/impact-duration.ts";
import { impactIntervals } from "../../../src/core/reliability/impact-intervals.ts";
import { totalOfIntervals } from "../../../src/core/reliability/intervals.ts";
import { spanOf } from "../../../src/core/reliability/milestone-time.ts";
import { timeFromStartToRestore } from "../../../src/core/reliability/time-from-start-to-restore.ts";
import { timeToAcknowledge } from "../../../src/core/reliability/time-to-acknowledge.ts";
import { timeToDetect } from "../../../src/core/reliability/time-to-detect.ts";
import { timeToFirstUpdate } from "../../../src/core/reliability/time-to-first-update.ts";
import { timeToMitigate } from "../../../src/core/reliability/time-to-mitigate.ts";
import { timeToRestore } from "../../../src/core/reliability/time-to-restore.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";
import { buildIncident, type Fields } from "../../support/builders/build-entry.ts";

const minute = 60_000;
const incident = (fields: Fields = {}) => buildIncident(fields).data;

/** Checkout timeouts: worked out by hand from the record. */
const checkout = incident({
  customerVisible: true,
  milestones: {
    started: "2026-03-14T17:31:00Z",
    detected: "2026-03-14T18:38:00+01:00",
    paged: { at: "2026-03-14T17:39:00Z", precision: "minute" },
    acknowledged: "2026-03-14T17:41:30Z",
    mitigated: "2026-03-14T17:52:00Z",
    resolved: "2026-03-14T18:12:00Z",
  },
  updates: [
    { at: "2026-03-14T18:20:00Z", status: "resolved", text: "All orders pass again." },
    { at: "2026-03-14T17:50:00Z", status: "investigating", text: "Some orders fail." },
  ],
});

const open = incident({ customerVisible: true, milestones: { detected: "2026-03-14T17:38:00Z" } });

describe("the durations of an incident", () => {
  test("run from one milestone to another, whatever offset each was written with", () => {
    expect(timeToDetect(checkout)).toBe(7 * minute);
    expect(timeToAcknowledge(checkout)).toBe(2.5 * minute);
    expect(timeToMitigate(checkout)).toBe(14 * minute);
    expect(timeToRestore(checkout)).toBe(34 * minute);
    expect(timeFromStartToRestore(checkout)).toBe(41 * minute);
    expect(timeToFirstUpdate(checkout)).toBe(19 * minute);
  });

  test("are absent while a milestone is missing, never 0 and never up to now", () => {
    for (const measure of [
      timeToDetect,
      timeToAcknowledge,
      timeToMitigate,
      timeToRestore,
      timeFromStartToRestore,
      timeToFirstUpdate,
    ])
      expect(measure(open)).toBeUndefined();
  });

  test("are absent for foresight and for harm that ended before anybody noticed", () => {
    const early = incident({
      milestones: { started: "2026-03-14T17:31:00Z", detected: "2026-03-14T17:30:00Z" },
    });
    const silent = incident({
      milestones: { detected: "2026-03-14T17:31:00Z", mitigated: "2026-03-14T17:30:00Z" },
    });
    expect(timeToDetect(early)).toBeUndefined();
    expect(timeToMitigate(silent)).toBeUndefined();
  });

  test("that customers feel are counted as never when nobody told them, and only where they could notice", () => {
    expect(timeToFirstUpdate(incident({ customerVisible: true }))).toBe("never");
    expect(timeToFirstUpdate(incident({ customerVisible: false }))).toBeUndefined();
  });
});

describe("the impact on a service", () => {
  const at = (time: string) => `2026-03-02T${time}:00Z`;
  const impact = (from: string, to: string | undefined, level = "major_outage", service = "checkout") => ({
    service,
    level,
    from: at(from),
    ...(to === undefined ? {} : { to: at(to) }),
  });
  const asOf = epochOf(at("12:00"));

  test("is the union of its intervals, so that overlaps and levels count once", () => {
    const hurt = incident({
      impact: [
        impact("10:00", "10:20"),
        impact("10:10", "10:30", "degraded_performance"),
        impact("10:40", "10:50"),
        impact("10:00", "11:00", "major_outage", "payments"),
      ],
    });
    expect(impactDuration(hurt, "checkout")).toBe(40 * minute);
    expect(impactIntervals(hurt, "checkout", asOf)).toEqual([
      { from: epochOf(at("10:00")), to: epochOf(at("10:30")) },
      { from: epochOf(at("10:40")), to: epochOf(at("10:50")) },
    ]);
  });

  test("runs from started to mitigated or resolved where no interval says otherwise", () => {
    expect(impactDuration(incident(), "checkout")).toBe(60 * minute);
    const mitigated = {
      started: at("10:00"),
      detected: at("10:05"),
      mitigated: at("10:25"),
      resolved: at("11:00"),
    };
    expect(impactDuration(incident({ milestones: mitigated }), "checkout")).toBe(25 * minute);
    expect(impactDuration(incident(), "payments")).toBeUndefined();
  });

  test("counts up to as-of while it lasts, and has no duration until it ended", () => {
    const lasting = incident({ milestones: { detected: at("10:05") }, impact: [impact("11:00", undefined)] });
    expect(totalOfIntervals(impactIntervals(lasting, "checkout", asOf))).toBe(60 * minute);
    expect(impactDuration(lasting, "checkout")).toBeUndefined();
  });

  test("is none where the record says so, and where nobody was hurt", () => {
    expect(
      impactIntervals(incident({ impact: [impact("10:00", "11:00", "none")] }), "checkout", asOf),
    ).toEqual([]);
    expect(impactIntervals(incident({ nearMiss: true }), "checkout", asOf)).toEqual([]);
  });

  test("never exceeds the sum of its intervals nor the time from the first to the last", () => {
    const time = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 8 }), (pairs) => {
        const spans = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
        const shown = (minutes: number) =>
          `${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
        const duration = impactDuration(
          incident({ impact: spans.map(([from, to]) => impact(shown(from), shown(to))) }),
          "checkout",
        )!;
        expect(duration).toBeLessThanOrEqual(spans.reduce((sum, [from, to]) => sum + to - from, 0) * minute);
        const extent = Math.max(...spans.map(([, to]) => to)) - Math.min(...spans.map(([from]) => from));
        expect(duration).toBeLessThanOrEqual(extent * minute);
        expect(duration).toBeGreaterThan(0);
      }),
    );
  });
});

describe("the span of a rough instant", () => {
  test.each([
    ["2026-03-14T17:31:20Z", undefined, "2026-03-14T17:31:20Z", "2026-03-14T17:31:20Z"],
    ["2026-03-14T17:31:20Z", "minute", "2026-03-14T17:31:00Z", "2026-03-14T17:31:59.999Z"],
    ["2026-03-14T17:31:20Z", "hour", "2026-03-14T17:00:00Z", "2026-03-14T17:59:59.999Z"],
    ["2026-03-14T17:31:20+05:30", "hour", "2026-03-14T11:30:00Z", "2026-03-14T12:29:59.999Z"],
    ["2026-03-14T00:30:00-08:00", "day", "2026-03-14T08:00:00Z", "2026-03-15T07:59:59.999Z"],
  ] as const)("%s, known to the %s, is %s to %s", (at, precision, earliest, latest) => {
    const span = spanOf(at, precision);
    expect([instantOf(span.earliest), instantOf(span.latest)]).toEqual([earliest, latest]);
  });
});
