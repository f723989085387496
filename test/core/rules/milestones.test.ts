import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestoneMissing } from "../../../src/core/rules/milestone-missing.ts";
import { milestoneOrder } from "../../../src/core/rules/milestone-order.ts";
import { MILESTONES } from "../../../src/core/schemas/incident.ts";
import { instantOf } from "../../../src/core/time.ts";
import { find } from "../../support/builders/find.ts";
import { at, file, incident } from "./slow-search.ts";

describe("milestones", () => {
  const pairs = [
    ["mitigated", "started"],
    ["resolved", "started"],
    ["closed", "started"],
    ["resolved", "detected"],
    ["acknowledged", "paged"],
    ["resolved", "mitigated"],
    ["verified", "resolved"],
    ["closed", "resolved"],
  ] as const;

  test("are reported once for each pair that cannot be, whatever the others say", () => {
    const minute = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
    const record = fc.record({
      ...Object.fromEntries(MILESTONES.map((name) => [name, minute])),
      detected: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(record as fc.Arbitrary<Partial<Record<(typeof MILESTONES)[number], number>>>, (minutes) => {
        const milestones = Object.fromEntries(
          Object.entries(minutes).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, instantOf(Date.UTC(2026, 2, 2, 10, value))]],
          ),
        );
        const expected = pairs
          .filter(([later, earlier]) => (minutes[later] ?? 99) < (minutes[earlier] ?? -1))
          .map(([later]) => `milestone-order ${file} milestones.${later}`);
        expect(
          find(milestoneOrder, [incident(milestones)]).filter((found) => found.startsWith("milestone-order")),
        ).toEqual(expected);
      }),
    );
  });

  test("are compared by instant, not by the hour that is written", () => {
    expect(
      find(milestoneOrder, [
        incident({ started: "2026-03-02T11:00:00+01:00", detected: "2026-03-02T05:05:00-05:00" }),
      ]),
    ).toEqual([]);
  });

  test("that are known roughly are judged only where they cannot overlap", () => {
    const rough = (hour: string, precision: string) =>
      find(milestoneOrder, [
        incident({
          started: at("10:30:00"),
          detected: at("10:31:00"),
          resolved: { at: at(hour), precision },
        }),
      ]);
    expect(rough("10:00:00", "hour")).toEqual([]);
    expect(rough("09:59:00", "hour")).toHaveLength(2);
    expect(rough("00:00:00", "day")).toEqual([]);
    expect(rough("10:30:59", "minute")).toHaveLength(1);
  });

  test("at the same instant are in order", () => {
    const same = at("10:00:00");
    expect(
      find(milestoneOrder, [incident(Object.fromEntries(MILESTONES.map((name) => [name, same])))]),
    ).toEqual([]);
  });

  test("say when it was noticed before it hurt, and when it was declared in retrospect", () => {
    const found = find(milestoneOrder, [
      incident({
        started: at("10:00:00"),
        detected: at("09:59:59"),
        declared: at("11:00:01"),
        resolved: at("11:00:00"),
      }),
    ]);
    expect(found).toEqual([
      `foresight ${file} milestones.detected`,
      `declared-late ${file} milestones.declared`,
    ]);
  });

  test("of an open incident demand nothing", () => {
    expect(find(milestoneMissing, [incident({ detected: at("10:00:00") })])).toEqual([]);
  });
});
