import { expect, test } from "vitest";
import { MEASURES } from "../../../../src/core/reliability/measures/index.ts";
import { scopeIn, scopeOf } from "../../../../src/core/reliability/measures/slices.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";
import {
  entries,
  HOUR,
  knowledgeBase,
  NOW,
  named,
  outcome,
  PERIOD,
  scope,
  TAXONOMY,
} from "./six-incidents.ts";

test("no measure says NaN, Infinity or a negative length, whatever the period", () => {
  const empty = buildKnowledgeBase([]);
  for (const measure of MEASURES)
    for (const each of [
      scope,
      scopeOf(empty, PERIOD, NOW),
      scopeOf(knowledgeBase, { from: NOW, to: NOW + HOUR }, NOW),
    ])
      for (const slice of [
        undefined,
        { by: "service", value: "checkout" },
        { by: "team", value: "nobody" },
      ] as const)
        numbersIn(measure.of(slice === undefined ? each : scopeIn(each, slice)), (number) => {
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        });
});

test("an open incident changes no duration figure", () => {
  const without = buildKnowledgeBase(
    entries.filter(({ id }) => id !== "2026-03-09-incident-9"),
    { taxonomy: TAXONOMY },
  );
  for (const id of ["time-to-restore", "time-to-mitigate", "start-to-restore", "longest-silence"]) {
    const [a, b] = [outcome(id).value, named(id).of(scopeOf(without, PERIOD, NOW)).value];
    expect(a.kind === "distribution" && a.distribution).toEqual(b.kind === "distribution" && b.distribution);
  }
});

test("every measure has a name, a formula and a warning of its own", () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  expect(new Set(MEASURES.flatMap(({ code }) => code ?? [])).size).toBe(10);
  for (const { formula, misleads } of MEASURES)
    expect(Math.min(formula.length, misleads.length)).toBeGreaterThan(20);
});

function numbersIn(value: unknown, see: (number: number) => void): void {
  if (typeof value === "number") see(value);
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) numbersIn(inner, see);
}
