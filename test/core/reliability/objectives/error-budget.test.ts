import { describe, expect, test } from "vitest";
import { burnDown, spentAt } from "../../../../src/core/reliability/objectives/burn-down.ts";
import { burnRate } from "../../../../src/core/reliability/objectives/burn-rate.ts";
import { errorBudget } from "../../../../src/core/reliability/objectives/error-budget.ts";
import { exhaustion } from "../../../../src/core/reliability/objectives/exhaustion.ts";
import { calendarPeriod } from "../../../../src/core/reliability/objectives/objective-window.ts";
import { releaseGate } from "../../../../src/core/reliability/objectives/release-gate.ts";
import { epochOf, instantOf } from "../../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

const MINUTE = 60_000;
const NOW = epochOf("2026-03-31T00:00:00Z");

/** 30 days at 99.9 %: 43.2 minutes of budget. */
const OBJECTIVE = { id: "available", target: 0.999, window: { rolling: "30d" }, weighting: "outages" };

function outage(
  id: string,
  from: string,
  to: string | undefined,
  level = "major_outage",
  service = "checkout",
) {
  return buildIncident(
    {
      services: [service],
      milestones: { started: from, detected: from, ...(to === undefined ? {} : { resolved: to }) },
      impact: [{ service, level, from, ...(to === undefined ? {} : { to }) }],
    },
    id,
  );
}

function withObjective(objective: Fields, entries: Parameters<typeof buildKnowledgeBase>[0] = [], site = {}) {
  const service = buildEntry("service", "checkout", { objectives: [{ ...OBJECTIVE, ...objective }] });
  const knowledgeBase = buildKnowledgeBase([service, ...entries], { site });
  const commitment = {
    of: "service" as const,
    owner: "checkout",
    objective: service.data.objectives[0]!,
    services: ["checkout"],
  };
  return { knowledgeBase, commitment };
}

const TWO = [
  outage("2026-03-10-a", "2026-03-10T10:00:00Z", "2026-03-10T10:20:00Z"),
  outage("2026-03-10-b", "2026-03-10T10:10:00Z", "2026-03-10T10:30:00Z"),
];

describe("a budget of 43.2 minutes", () => {
  test("of which two overlapping outages of 20 minutes spent 30, the shared ten by the first", () => {
    const { knowledgeBase, commitment } = withObjective({}, TWO);
    const known = errorBudget(knowledgeBase, commitment, NOW);
    expect(known.downtime).toBe(30 * MINUTE);
    expect(known.budget / MINUTE).toBeCloseTo(43.2, 9);
    expect(known.left / MINUTE).toBeCloseTo(13.2, 9);
    expect(known.leftShare).toBeCloseTo(13.2 / 43.2, 9);
    expect(known.availability).toBeCloseTo(1 - 30 / (30 * 24 * 60), 12);
    expect(known.spentBy).toEqual([
      { incident: "2026-03-10-a", milliseconds: 20 * MINUTE },
      { incident: "2026-03-10-b", milliseconds: 10 * MINUTE },
    ]);
  });

  test("three weightings of the same partial outage stand side by side", () => {
    const partial = [
      outage("2026-03-10-a", "2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z", "partial_outage"),
    ];
    const { knowledgeBase, commitment } = withObjective({}, partial);
    const minutes = (weighting: "outages" | "weighted" | "any-impact") =>
      errorBudget(knowledgeBase, commitment, NOW, weighting).downtime / MINUTE;
    expect([minutes("outages"), minutes("weighted"), minutes("any-impact")]).toEqual([60, 18, 60]);
  });

  test("what lies before the window is spent no more, and what lasts counts up to now", () => {
    const { knowledgeBase, commitment } = withObjective({}, [
      outage("2026-02-20-old", "2026-02-20T10:00:00Z", "2026-02-20T12:00:00Z"),
      outage("2026-03-30-open", "2026-03-30T23:50:00Z", undefined),
    ]);
    expect(errorBudget(knowledgeBase, commitment, NOW).downtime).toBe(10 * MINUTE);
    expect(errorBudget(knowledgeBase, commitment, NOW + 5 * MINUTE).downtime).toBe(15 * MINUTE);
  });

  test("announced work is in neither downtime nor window; unannounced work, and work beyond its planned end, is", () => {
    const work = (announced: string | undefined) =>
      buildEntry("maintenance", "index-work", {
        title: "Index work",
        visibility: "public",
        ...(announced === undefined ? {} : { announced }),
        schedule: { from: "2026-03-10T10:00:00Z", to: "2026-03-10T10:20:00Z" },
        services: [{ service: "checkout", expected: "major_outage" }],
      });
    const downtime = (announced: string | undefined, objective: Fields = {}) => {
      const { knowledgeBase, commitment } = withObjective(objective, [...TWO, work(announced)]);
      const known = errorBudget(knowledgeBase, commitment, NOW);
      return [known.downtime / MINUTE, known.judged / MINUTE - 30 * 24 * 60];
    };
    expect(downtime("2026-03-01T00:00:00Z")).toEqual([10, -20]);
    expect(downtime("2026-03-10T10:05:00Z")).toEqual([30, 0]);
    expect(downtime(undefined)).toEqual([30, 0]);
    expect(downtime("2026-03-01T00:00:00Z", { maintenance: "counted" })).toEqual([30, 0]);
  });

  test("burns at downtime ÷ look-back ÷ 0.001", () => {
    const { knowledgeBase, commitment } = withObjective({}, TWO);
    const at = epochOf("2026-03-10T10:30:00Z");
    expect(burnRate(knowledgeBase, commitment, "1h", at)).toBeCloseTo(30 / 60 / 0.001, 9);
    expect(burnRate(knowledgeBase, commitment, "5min", at)).toBeCloseTo(1_000, 9);
    expect(burnRate(knowledgeBase, commitment, "6h", NOW)).toBe(0);
  });

  test("goes down in straight lines and is spent where the line crosses nothing left", () => {
    const { knowledgeBase, commitment } = withObjective({}, [
      outage("2026-03-10-a", "2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z"),
    ]);
    const points = burnDown(knowledgeBase, commitment, NOW);
    expect(points.map(({ at, leftShare }) => [instantOf(at), Number(leftShare.toFixed(4))])).toEqual([
      ["2026-03-01T00:00:00Z", 1],
      ["2026-03-10T10:00:00Z", 1],
      ["2026-03-10T11:00:00Z", -0.3889],
      ["2026-03-31T00:00:00Z", -0.3889],
    ]);
    expect(spentAt(points)! - epochOf("2026-03-10T10:00:00Z")).toBeCloseTo(43.2 * MINUTE, 3);
    expect(exhaustion(knowledgeBase, commitment, NOW).kind).toBe("spent");
    expect(releaseGate(knowledgeBase, "checkout", NOW)).toMatchObject({ frozen: true });
    expect(releaseGate(knowledgeBase, "payments", NOW)).toEqual({ frozen: false });
  });

  test("half an hour in three days leaves 13.2 minutes for 31.68 hours", () => {
    const { knowledgeBase, commitment } = withObjective({}, TWO);
    const at = epochOf("2026-03-11T00:00:00Z");
    const known = exhaustion(knowledgeBase, commitment, at);
    expect(known.kind === "at" && (known.at - at) / 3_600_000).toBeCloseTo(31.68, 6);
    expect(exhaustion(knowledgeBase, commitment, NOW)).toEqual({ kind: "not-in-sight" });
  });
});

test("a journey is down while any of its services is, each instant once", () => {
  const { knowledgeBase, commitment } = withObjective({}, [
    outage("2026-03-10-a", "2026-03-10T10:00:00Z", "2026-03-10T10:20:00Z"),
    outage("2026-03-10-b", "2026-03-10T10:10:00Z", "2026-03-10T10:40:00Z", "major_outage", "payments"),
    buildEntry("service", "payments"),
  ]);
  const both = { ...commitment, services: ["checkout", "payments"] };
  expect(errorBudget(knowledgeBase, both, NOW).downtime).toBe(40 * MINUTE);
});

describe("calendar windows follow the zone", () => {
  const days = (period: "week" | "month" | "quarter" | "year", at: string, zone: string) => {
    const { from, to } = calendarPeriod(period, epochOf(at), zone);
    return [instantOf(from), instantOf(to)];
  };

  test("a month with a change of the clock is an hour short, a leap February has 29 days", () => {
    expect(days("month", "2026-03-15T00:00:00Z", "Europe/Berlin")).toEqual([
      "2026-02-28T23:00:00Z",
      "2026-03-31T22:00:00Z",
    ]);
    expect(days("month", "2028-02-29T12:00:00Z", "UTC")).toEqual([
      "2028-02-01T00:00:00Z",
      "2028-03-01T00:00:00Z",
    ]);
  });

  test("weeks begin on Monday, quarters and years on the first; midnight belongs to the new one", () => {
    expect(days("week", "2026-03-29T23:59:59Z", "UTC")).toEqual([
      "2026-03-23T00:00:00Z",
      "2026-03-30T00:00:00Z",
    ]);
    expect(days("week", "2026-03-30T00:00:00Z", "UTC")[0]).toBe("2026-03-30T00:00:00Z");
    expect(days("quarter", "2026-12-31T23:30:00Z", "Europe/Berlin")).toEqual([
      "2026-12-31T23:00:00Z",
      "2027-03-31T22:00:00Z",
    ]);
    expect(days("year", "2026-06-01T00:00:00Z", "UTC")).toEqual([
      "2026-01-01T00:00:00Z",
      "2027-01-01T00:00:00Z",
    ]);
  });

  test("the budget of a calendar month is that of the whole month, from its first day on", () => {
    const { knowledgeBase, commitment } = withObjective({ window: { calendar: "month" } }, [], {
      timeZone: "Europe/Berlin",
    });
    const first = errorBudget(knowledgeBase, commitment, epochOf("2026-03-01T00:00:00Z"));
    expect(first.budget / MINUTE).toBeCloseTo((31 * 24 - 1) * 60 * 0.001, 6);
    expect(first.judged).toBe(60 * MINUTE);
    const atStart = errorBudget(knowledgeBase, commitment, epochOf("2026-02-28T23:00:00Z"));
    expect(atStart.availability).toBeUndefined();
  });
});
