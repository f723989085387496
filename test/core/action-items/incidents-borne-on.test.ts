import { expect, test } from "vitest";
import { incidentsBorneOn } from "../../../src/core/action-items/incidents-borne-on.ts";
import { buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const gap = { factors: [{ factor: "gap-in-monitoring", note: "Nothing watched it" }] };
const at = (day: string) => ({ milestones: { detected: `${day}T10:05:00Z` } });
const knowledgeBase = buildKnowledgeBase([
  buildIncident({ ...at("2026-03-02"), signature: "index-stale", ...gap }, "2026-03-02-a"),
  buildIncident({ ...at("2026-03-04"), ...gap }, "2026-03-04-b"),
  buildIncident({ ...at("2026-03-05"), services: ["search"], ...gap }, "2026-03-05-c"),
  buildIncident({ ...at("2026-03-06"), signature: "index-gone" }, "2026-03-06-d"),
]);
const borneOn = (fields: { signature?: string; factors?: string[]; services?: string[] }) =>
  incidentsBorneOn(knowledgeBase, { signature: undefined, factors: [], services: [], ...fields }).map(
    ({ incident, sameSignature, factors }) =>
      `${incident.id.slice(-1)}${sameSignature ? " signature" : ""}${factors.length > 0 ? " factor" : ""}`,
  );

test("an item bears on the incidents with its signature", () => {
  expect(borneOn({ signature: "index-stale" })).toEqual(["a signature"]);
});

test("an item bears on the incidents with one of its factors on one of its services, newest first", () => {
  expect(borneOn({ factors: ["gap-in-monitoring"], services: ["checkout"] })).toEqual([
    "b factor",
    "a factor",
  ]);
  expect(borneOn({ factors: ["gap-in-monitoring"] })).toEqual(["c factor", "b factor", "a factor"]);
});

test("an incident that an item bears on for both reasons is named once, with both", () => {
  const both = { signature: "index-stale", factors: ["gap-in-monitoring"], services: ["checkout"] };
  expect(borneOn(both)).toEqual(["b factor", "a signature factor"]);
});

test("an item that names neither signature nor factor bears on none", () => {
  expect(borneOn({ services: ["checkout"] })).toEqual([]);
});

test("an item that names several factors and services names an incident once, with all that they share", () => {
  const wide = buildKnowledgeBase([
    buildIncident({ ...at("2026-03-07"), services: ["search", "checkout"], ...gap }, "2026-03-07-e"),
    buildIncident({ ...at("2026-03-08"), services: ["mail"], ...gap }, "2026-03-08-f"),
  ]);
  expect(
    incidentsBorneOn(wide, {
      signature: undefined,
      factors: ["gap-in-monitoring", "retry-storm"],
      services: ["checkout", "search"],
    }).map(({ incident, factors, services }) => [incident.id, factors, services]),
  ).toEqual([["2026-03-07-e", ["gap-in-monitoring"], ["checkout", "search"]]]);
});
