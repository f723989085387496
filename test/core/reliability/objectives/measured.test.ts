import { expect, test } from "vitest";
import { allCommitments } from "../../../../src/core/reliability/objectives/all-commitments.ts";
import { measuredAvailability } from "../../../../src/core/reliability/objectives/measured-availability.ts";
import { measuredDays } from "../../../../src/core/reliability/objectives/measured-days.ts";
import { ratioQuery } from "../../../../src/core/reliability/objectives/ratio-query.ts";
import { KINDS } from "../../../../src/core/schemas/kinds.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { buildEntry } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

const second = (instant: string) => epochOf(instant) / 1000;

test("a query is a ratio where one division is all that stands outside brackets and quotes", () => {
  expect(ratioQuery('sum(rate(a{path="/x"}[5m])) / sum(b / c)')).toEqual({
    good: 'sum(rate(a{path="/x"}[5m]))',
    total: "sum(b / c)",
  });
  for (const query of [
    "slo:ratio",
    "1 - a / b",
    "a / b / c",
    "a / on(x) b",
    "a and b / c",
    "a / b offset 1h",
    "(a / b)",
    "a /",
    'a / "b',
    "a / b > 0",
  ])
    expect(ratioQuery(query), query).toBeUndefined();
  expect(ratioQuery("android_good / brand_total")).toEqual({ good: "android_good", total: "brand_total" });
});

test("a sample of midnight tells of the day before; what is no number, or of no event, is none", () => {
  const total = [
    [second("2026-03-01T00:05:00Z"), 10],
    [second("2026-03-02T00:00:00Z"), 10],
    [second("2026-03-02T00:05:00Z"), 0],
    [second("2026-03-03T00:05:00Z"), Number.NaN],
  ] as const;
  const good = [
    [second("2026-03-01T00:05:00Z"), 12],
    [second("2026-03-02T00:00:00Z"), Number.NaN],
  ] as const;
  expect(measuredDays({ good, total })).toEqual([{ date: "2026-03-01", good: 10, total: 20 }]);
  expect(
    measuredDays({
      share: [
        [second("2026-03-01T12:00:00Z"), 1.5],
        [second("2026-03-01T12:05:00Z"), -1],
      ],
    }),
  ).toEqual([{ date: "2026-03-01", good: 1, total: 2 }]);
  expect(measuredDays({ share: [] })).toEqual([]);
});

test("the newest snapshot of a day counts, and only days that touch the window", () => {
  const snapshot = (id: string, taken: string, days: object[]) =>
    buildEntry("measurement", id, { service: "checkout", objective: "orders", source: "Board", taken, days });
  const knowledgeBase = buildKnowledgeBase([
    buildEntry("service", "checkout", {
      objectives: [{ id: "orders", target: 0.99, window: { rolling: "2d" } }],
    }),
    snapshot("b", "2026-03-02T06:00:00Z", [
      { date: "2026-02-27", good: 0, total: 100 },
      { date: "2026-03-01", good: 50, total: 100 },
    ]),
    snapshot("a", "2026-03-03T06:00:00Z", [
      { date: "2026-03-01", good: 90, total: 100 },
      { date: "2026-03-02", good: 300, total: 300 },
    ]),
  ]);
  const commitment = allCommitments(knowledgeBase)[0]!;
  expect(measuredAvailability(knowledgeBase, commitment, epochOf("2026-03-03T00:00:00Z"))).toEqual({
    availability: 390 / 400,
    days: 2,
    of: 2,
    source: "Board",
    taken: "2026-03-03T06:00:00Z",
  });
  expect(measuredAvailability(knowledgeBase, commitment, epochOf("2026-06-01T00:00:00Z"))).toBeUndefined();
});

test("a snapshot with more good events than events, with a day twice, or of nobody's objective, is refused", () => {
  const problems = (more: object) =>
    KINDS.measurement.schema
      .safeParse({
        service: "checkout",
        objective: "orders",
        source: "Board",
        taken: "2026-03-03T00:00:00Z",
        days: [{ date: "2026-03-01", good: 1, total: 2 }],
        ...more,
      })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(problems({})).toBeUndefined();
  expect(problems({ days: [{ date: "2026-03-01", good: 3, total: 2 }] })).toEqual([
    "days.0.good: counts more good events than events",
  ]);
  const day = { date: "2026-03-01", good: 1, total: 2 };
  expect(problems({ days: [day, day] })).toEqual(["days: names a day twice"]);
  expect(problems({ service: undefined })).toEqual([
    "objective: expected a `service` or a `journey`, one of the two",
  ]);
  expect(problems({ journey: "buy" })).toHaveLength(1);
});
