import { expect, test } from "vitest";
import { check } from "../../../../src/core/check.ts";
import { figureByName } from "../../../../src/core/reliability/measures/figure.ts";
import { allCommitments } from "../../../../src/core/reliability/objectives/all-commitments.ts";
import { burnDown } from "../../../../src/core/reliability/objectives/burn-down.ts";
import { burnRate } from "../../../../src/core/reliability/objectives/burn-rate.ts";
import { errorBudget } from "../../../../src/core/reliability/objectives/error-budget.ts";
import { releaseGate } from "../../../../src/core/reliability/objectives/release-gate.ts";
import { releaseSentence } from "../../../../src/core/words/release-sentence.ts";
import { buildEntry, buildIncident, type Fields } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";
import { MINUTE, now, OBJECTIVE } from "./measured-checkout.ts";

function outage(id: string, from: string, to: string) {
  return buildIncident(
    {
      services: ["checkout"],
      milestones: { started: from, detected: from, resolved: to },
      impact: [{ service: "checkout", level: "major_outage", from, to }],
    },
    id,
  );
}

/** Of the window, half of the 1st and all of the 2nd are measured, and of the 3rd nothing. */
function knowledge(owner: Fields = { service: "checkout" }, objective: Fields = {}) {
  return buildKnowledgeBase([
    buildEntry("service", "checkout", {
      objectives: owner.service === undefined ? [] : [{ ...OBJECTIVE, ...objective }],
    }),
    ...(owner.journey === undefined
      ? []
      : [
          buildEntry("journeys", "journeys", {
            journeys: [{ id: owner.journey, name: "Buy", services: ["checkout"], objectives: [OBJECTIVE] }],
          }),
        ]),
    buildEntry("measurement", "snapshot", {
      ...owner,
      objective: "orders",
      source: "Board",
      taken: "2026-03-03T00:00:00Z",
      days: [
        { date: "2026-03-01", good: 990, total: 1000 },
        { date: "2026-03-02", good: 2800, total: 3000 },
      ],
    }),
    outage("2026-03-01-small", "2026-03-01T20:00:00Z", "2026-03-01T20:30:00Z"),
    outage("2026-03-02-large", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
    outage("2026-03-03-today", "2026-03-03T06:00:00Z", "2026-03-03T06:10:00Z"),
  ]);
}

// 500 events in 12 h and 3,000 in 24 h: an event is 36 h ÷ 3,500. Five of the first were bad, and 200 of the second.
const FIRST = ((5 / 3500) * 36 * 60) as number;
const SECOND = ((200 / 3500) * 36 * 60) as number;

test("a budget takes what was measured, and the present day from incident records", () => {
  const knowledgeBase = knowledge();
  const known = errorBudget(knowledgeBase, allCommitments(knowledgeBase)[0]!, now);
  expect(known.budget / MINUTE).toBeCloseTo(28.8, 9);
  expect(known.downtime / MINUTE).toBeCloseTo(FIRST + SECOND + 10, 6);
  expect(known.availability).toBeCloseTo(1 - (FIRST + SECOND + 10) / 2880, 9);
});

test("no incident is put down for more than its record or than its day, and the rest is told apart", () => {
  const knowledgeBase = knowledge();
  const { spentBy, unrecorded } = errorBudget(knowledgeBase, allCommitments(knowledgeBase)[0]!, now);
  expect(spentBy.map(({ incident }) => incident)).toEqual([
    "2026-03-02-large",
    "2026-03-03-today",
    "2026-03-01-small",
  ]);
  const [large, today, small] = spentBy.map(({ milliseconds }) => milliseconds / MINUTE);
  expect(large).toBeCloseTo(60, 6);
  expect(today).toBeCloseTo(10, 6);
  expect(small).toBeCloseTo(FIRST, 6);
  expect(unrecorded / MINUTE).toBeCloseTo(SECOND - 60, 6);
});

test("burn rates take the measured days of their look-back, those shorter than the present day incident records", () => {
  const knowledgeBase = knowledge();
  const [commitment] = allCommitments(knowledgeBase);
  // From noon to midnight 100 of 1,500 events were bad: 48 min; then ten minutes of today.
  expect(burnRate(knowledgeBase, commitment!, "1d", now)).toBeCloseTo(58 / 1440 / 0.01, 9);
  expect(burnRate(knowledgeBase, commitment!, "6h", now)).toBeCloseTo(10 / 360 / 0.01, 9);
});

test("the burn-down ends where the budget does", () => {
  const knowledgeBase = knowledge();
  const [commitment] = allCommitments(knowledgeBase);
  const points = burnDown(knowledgeBase, commitment!, now);
  expect(points.at(-1)!.leftShare).toBeCloseTo(errorBudget(knowledgeBase, commitment!, now).leftShare, 9);
  for (const [index, { at, leftShare }] of points.entries()) {
    if (index === 0) continue;
    expect(at).toBeGreaterThan(points[index - 1]!.at);
    expect(leftShare).toBeLessThanOrEqual(points[index - 1]!.leftShare + 1e-12);
  }
});

test("the gate freezes by what was measured and says how much of the window was", () => {
  const knowledgeBase = knowledge();
  const gate = releaseGate(knowledgeBase, "checkout", now);
  // Over three days 210 of 4,000 events of two days were bad, 151.2 min, and ten minutes of today.
  expect(gate.frozen).toBe(true);
  expect(releaseSentence(knowledgeBase, "checkout", gate, now)).toBe(
    "checkout: releases are frozen, its error budget of 29 min is spent (2 h 17 min down, measured on 1 of 2 days by Board) for orders, burning at 3.7 × over 3 days.",
  );
});

test("an objective whose source is incident records is judged by them alone, whatever was measured beside it", () => {
  const knowledgeBase = knowledge({ service: "checkout" }, { source: "incidents" });
  const known = errorBudget(knowledgeBase, allCommitments(knowledgeBase)[0]!, now);
  expect(known.downtime / MINUTE).toBe(100);
  expect(known.unrecorded).toBe(0);
});

test("a journey is measured like a service, and its explanation names the days with their events", () => {
  const knowledgeBase = knowledge({ journey: "buy" });
  const [commitment] = allCommitments(knowledgeBase);
  expect(commitment!.of).toBe("journey");
  expect(errorBudget(knowledgeBase, commitment!, now).downtime / MINUTE).toBeCloseTo(FIRST + SECOND + 10, 6);
  const figure = figureByName(knowledgeBase, "burn-rate", { from: now - 86_400_000, to: now }, now);
  expect("inputs" in figure && figure.inputs.filter(({ id }) => id === "snapshot")).toMatchObject([
    { title: "buy/orders, measured on 2026-03-01", fields: [["days", 0]], value: "10 of 1000 events bad" },
    { title: "buy/orders, measured on 2026-03-02", fields: [["days", 1]], value: "200 of 3000 events bad" },
  ]);
});

test("a measurement of an objective that the journey does not have is an error that names the nearest", () => {
  const knowledgeBase = buildKnowledgeBase([
    buildEntry("service", "checkout"),
    buildEntry("journeys", "journeys", {
      journeys: [{ id: "buy", name: "Buy", services: ["checkout"], objectives: [OBJECTIVE] }],
    }),
    buildEntry("measurement", "snapshot", {
      journey: "buy",
      objective: "order",
      source: "Board",
      taken: "2026-03-03T00:00:00Z",
      days: [],
    }),
  ]);
  const found = check(knowledgeBase, [], () => undefined, now).filter(
    ({ code }) => code === "unknown-objective",
  );
  expect(found).toMatchObject([
    {
      message: "Unexpected objective `order`, expected one of the journey `buy`",
      help: "Did you mean `orders`?",
    },
  ]);
});
