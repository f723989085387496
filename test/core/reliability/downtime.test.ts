import fc from "fast-check";
import { expect, test } from "vitest";
import {
  heaviest,
  type WeightedInterval,
  weightedImpact,
  weightedLength,
} from "../../../src/core/reliability/downtime.ts";
import type { WEIGHTINGS } from "../../../src/core/reliability/impact-weight.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildIncident } from "../../support/builders/build-entry.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const HOUR = 3_600_000;
const end = 40;
const moment = fc.integer({ min: 0, max: end });
const interval = fc.record({
  from: moment,
  to: moment,
  weight: fc.constantFrom(0.1, 0.3, 1),
  incident: fc.constantFrom("a", "b", "c"),
});

/** The slow way: for each unit of time by itself the heaviest weight over it. */
const slowly = (list: readonly WeightedInterval[]) =>
  Array.from({ length: end }, (_, at) =>
    Math.max(0, ...list.filter(({ from, to }) => from <= at && at < to).map(({ weight }) => weight)),
  );

test("overlaps count once, with the heavier weight", () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 15 }), (list) => {
      const pieces = heaviest(list);
      expect(slowly(pieces)).toEqual(slowly(list));
      const whole = weightedLength(pieces, { from: 0, to: end });
      expect(whole).toBeCloseTo(
        slowly(list).reduce((a, b) => a + b, 0),
        9,
      );
      for (const [index, piece] of pieces.entries())
        expect(piece.from).toBeGreaterThanOrEqual(pieces[index - 1]?.to ?? 0);
    }),
  );
});

test("an interval split in two changes nothing, and neither does the order", () => {
  fc.assert(
    fc.property(
      fc.array(interval, { maxLength: 10 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, share) => {
        const halves = list.flatMap((each) => {
          const middle = each.from + Math.round((each.to - each.from) * share);
          return [
            { ...each, to: middle },
            { ...each, from: middle },
          ];
        });
        const length = (of: readonly WeightedInterval[]) =>
          weightedLength(heaviest(of), { from: 3, to: end - 3 });
        expect(length(halves.reverse())).toBeCloseTo(length(list), 9);
      },
    ),
  );
});

test("of equal weights the earlier begun incident is the one that spent the minutes", () => {
  const pieces = heaviest([
    { from: 5, to: 20, weight: 1, incident: "later" },
    { from: 0, to: 10, weight: 1, incident: "earlier" },
    { from: 8, to: 12, weight: 0.3, incident: "lighter" },
  ]);
  expect(pieces).toEqual([
    { from: 0, to: 10, weight: 1, incident: "earlier" },
    { from: 10, to: 20, weight: 1, incident: "later" },
  ]);
});

test("ten thousand overlapping intervals take no quadratic time", () => {
  const list = Array.from({ length: 10_000 }, (_, index) => ({
    from: index,
    to: 20_000 + index,
    weight: (index % 7) / 7 + 0.1,
    incident: String(index),
  }));
  const before = performance.now();
  heaviest(list);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("an hour of each level weighs what the presets say, and a measured fraction wins", () => {
  const levels = ["major_outage", "partial_outage", "degraded_performance", "none"] as const;
  const impact = levels.map((level, hour) => ({
    service: "checkout",
    level,
    from: `2026-03-02T1${hour}:00:00Z`,
    to: `2026-03-02T1${hour + 1}:00:00Z`,
  }));
  const whole = { from: 0, to: NOW };
  const hours = (fields: object, weighting: keyof typeof WEIGHTINGS) =>
    weightedLength(
      heaviest(weightedImpact(buildIncident(fields as never), "checkout", weighting, NOW)),
      whole,
    ) / HOUR;
  expect(hours({ impact }, "outages")).toBe(2);
  expect(hours({ impact }, "weighted")).toBeCloseTo(1.3, 12);
  expect(hours({ impact }, "any-impact")).toBe(3);
  expect(hours({ impact: [{ ...impact[2], fraction: 0.25 }] }, "outages")).toBe(0.25);
});

test("without intervals a service was down from started to resolved; what lasts counts up to now", () => {
  const known = weightedImpact(buildIncident(), "checkout", "outages", NOW);
  expect(known).toEqual([
    {
      from: epochOf("2026-03-02T10:00:00Z"),
      to: epochOf("2026-03-02T11:00:00Z"),
      weight: 1,
      incident: "2026-03-02-slow-search",
    },
  ]);
  const open = buildIncident({
    milestones: { started: "2026-04-01T06:00:00Z", detected: "2026-04-01T06:01:00Z" },
  });
  expect(weightedLength(weightedImpact(open, "checkout", "outages", NOW), { from: 0, to: NOW + HOUR })).toBe(
    2 * HOUR,
  );
  expect(weightedImpact(buildIncident({ nearMiss: true }), "checkout", "outages", NOW)).toEqual([]);
});
