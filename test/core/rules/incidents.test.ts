import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exposureNotRestricted } from "../../../src/core/rules/exposure-not-restricted.ts";
import { impactOutside } from "../../../src/core/rules/impact-outside.ts";
import { impactOverlap } from "../../../src/core/rules/impact-overlap.ts";
import { incidentDate } from "../../../src/core/rules/incident-date.ts";
import { keyEventEvidence } from "../../../src/core/rules/key-event-evidence.ts";
import { legalDutyOverdue } from "../../../src/core/rules/legal-duty-overdue.ts";
import { milestoneMissing } from "../../../src/core/rules/milestone-missing.ts";
import { milestoneOrder } from "../../../src/core/rules/milestone-order.ts";
import { outOfOrder } from "../../../src/core/rules/out-of-order.ts";
import { MILESTONES } from "../../../src/core/schemas/incident.ts";
import { instantOf } from "../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";

const file = "incidents/2026-03-02-slow-search.mdx";
const at = (time: string) => `2026-03-02T${time}Z`;
const incident = (milestones: Fields, fields: Fields = {}) => buildIncident({ milestones, ...fields });

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

describe("the day in the file name", () => {
  const found = (id: string, timeZone: string) =>
    find(
      incidentDate,
      [
        buildIncident(
          { milestones: { started: "2026-03-02T23:30:00Z", detected: "2026-03-04T10:00:00Z" } },
          id,
        ),
      ],
      { site: { timeZone } },
    );

  test("may be a day away from the start or the detection, in the site's zone", () => {
    for (const day of ["01", "02", "03", "04", "05"]) expect(found(`2026-03-${day}-a`, "UTC")).toEqual([]);
    expect(found("2026-03-01-a", "Asia/Tokyo")).toEqual([
      "incident-date-far incidents/2026-03-01-a.mdx milestones.started",
    ]);
    expect(found("2026-03-06-a", "UTC")).toHaveLength(1);
  });

  test.each(["2026-3-2-a", "20260302-a", "2026-02-29", "2026-13-01-a", "a-2026-03-02", "2026-03-02a"])(
    "must be one: %s",
    (id) => {
      expect(found(id, "UTC")).toEqual([`incident-date incidents/${id}.mdx`]);
    },
  );
});

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

test("a timeline is in order when rough instants may be", () => {
  const timeline = [
    { at: at("10:20:00"), text: "Slow" },
    { at: at("10:00:00"), precision: "hour", text: "Traffic rose" },
    { at: at("10:10:00"), text: "Alert" },
  ];
  expect(find(outOfOrder, [buildIncident({ timeline })])).toEqual([]);
});

test("evidence lasts when one piece of it does, and hosts of hosts count", () => {
  const site = { policies: { expiringEvidence: ["example.net"] } };
  const event = (...evidence: Fields[]) =>
    buildIncident({ timeline: [{ at: at("10:20:00"), text: "Rebuilt", key: true, evidence }] });
  const found = (...evidence: Fields[]) => find(keyEventEvidence, [event(...evidence)], { site });
  expect(found({ title: "Log", url: "https://logs.EXAMPLE.net/1" })).toHaveLength(1);
  expect(found({ title: "Log", url: "https://notexample.net/1" })).toEqual([]);
  expect(
    found(
      { title: "Log", url: "https://a.example.net/1" },
      { title: "Ticket", url: "https://tickets.example.com/1" },
    ),
  ).toEqual([]);
});

describe("an exposure", () => {
  const exposure = {
    scope: "Names",
    notifications: [
      { authority: "A", basis: "B", clockStarted: at("12:00:00"), due: "2026-03-05T12:00:00Z" },
    ],
  };
  const restricted = buildIncident({ visibility: "restricted", exposure });

  test("makes its postmortem restricted too", () => {
    expect(find(exposureNotRestricted, [restricted, buildEntry("postmortem", "p")])).toEqual([
      "exposure-not-restricted postmortems/p.mdx visibility",
    ]);
  });

  test("has a duty from the instant on which it is due, until it was met", () => {
    expect(find(legalDutyOverdue, [restricted], { now: "2026-03-05T11:59:59Z" })).toEqual([]);
    expect(find(legalDutyOverdue, [restricted], { now: "2026-03-05T12:00:00Z" })).toHaveLength(1);
    const notifications = [{ ...exposure.notifications[0], sent: "2026-03-05T13:00:00Z" }];
    const met = buildIncident({ exposure: { ...exposure, notifications } });
    expect(find(legalDutyOverdue, [met], { now: "2026-03-05T12:30:00Z" })).toHaveLength(1);
    expect(find(legalDutyOverdue, [met], { now: "2026-03-05T13:00:00Z" })).toEqual([]);
  });
});
