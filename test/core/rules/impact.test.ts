import { describe, expect, test } from "vitest";
import { impactOutside } from "../../../src/core/rules/impact-outside.ts";
import { impactOverlap } from "../../../src/core/rules/impact-overlap.ts";
import type { Fields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";
import { at, file, incident } from "./slow-search.ts";

describe("impact", () => {
  const impact = (from: string, to?: string, more: Fields = {}) => ({
    service: "checkout",
    level: "major_outage",
    from: at(from),
    ...(to === undefined ? {} : { to: at(to) }),
    ...more,
  });
  const resolved = { started: at("10:00:00"), detected: at("10:05:00"), resolved: at("11:00:00") };

  test("may fill the incident to its very ends", () => {
    expect(find(impactOutside, [incident(resolved, { impact: [impact("10:00:00", "11:00:00")] })])).toEqual(
      [],
    );
  });

  test("of an open incident may last", () => {
    expect(
      find(impactOutside, [incident({ detected: at("10:05:00") }, { impact: [impact("09:00:00")] })]),
    ).toEqual([]);
  });

  test("is measured against the precision of the milestones", () => {
    const rough = { ...resolved, started: { at: at("10:30:00"), precision: "hour" } };
    expect(find(impactOutside, [incident(rough, { impact: [impact("10:00:00", "11:00:00")] })])).toEqual([]);
  });

  test("twice at the same time is found beyond a neighbour, also where one lasts", () => {
    const twice = [impact("10:00:00"), impact("10:10:00", "10:20:00"), impact("10:30:00", "10:40:00")];
    expect(find(impactOverlap, [incident({ detected: at("10:05:00") }, { impact: twice })])).toEqual([
      `impact-overlap ${file} impact.1`,
      `impact-overlap ${file} impact.2`,
    ]);
  });

  test("in other regions, of other weight, or one after the other is not twice", () => {
    const apart = [
      impact("10:00:00", "10:30:00"),
      impact("10:30:00", "10:40:00"),
      impact("10:00:00", "10:30:00", { regions: ["eu"] }),
      impact("10:00:00", "10:30:00", { level: "degraded_performance" }),
      impact("10:00:00", "10:30:00", { service: "payments" }),
    ];
    expect(find(impactOverlap, [incident(resolved, { impact: apart })])).toEqual([]);
  });

  test("of thousands of intervals is judged in a moment", () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      impact("10:00:00", "11:00:00", { plans: [`p${index % 50}`] }),
    );
    const started = performance.now();
    expect(find(impactOverlap, [incident(resolved, { impact: many })])).toHaveLength(4950);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
