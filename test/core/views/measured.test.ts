import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { allCommitments } from "../../../src/core/reliability/objectives/all-commitments.ts";
import { epochOf } from "../../../src/core/time.ts";
import { objectiveRow } from "../../../src/core/views/objectives/objective-view.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const now = epochOf("2026-03-03T00:00:00Z");
const knowledgeBase = buildKnowledgeBase([
  buildEntry("service", "checkout", {
    objectives: [
      {
        id: "orders",
        name: "Orders",
        target: 0.99,
        window: { rolling: "2d" },
        source: "prometheus",
        query: "a / b",
      },
      { id: "pages", target: 0.99, window: { rolling: "2d" } },
    ],
  }),
  buildEntry("measurement", "2026-03-03-checkout-orders", {
    service: "checkout",
    objective: "orders",
    source: "Prometheus at prometheus.example.com",
    taken: "2026-03-02T23:00:00Z",
    // The first lies before the window of two days.
    days: [
      { date: "2026-02-27", good: 1, total: 100_000_000 },
      { date: "2026-03-01", good: 99_999_999, total: 100_000_000 },
    ],
  }),
  buildEntry("incident", "2026-03-01-slow", {
    milestones: {
      started: "2026-03-01T10:00:00Z",
      detected: "2026-03-01T10:00:00Z",
      resolved: "2026-03-01T10:28:48Z",
    },
    impact: [
      {
        service: "checkout",
        level: "major_outage",
        from: "2026-03-01T10:00:00Z",
        to: "2026-03-01T10:28:48Z",
      },
    ],
  }),
]);

test("an objective that is measured says how much was, where, and what records of incidents alone say; no miss is rounded away", () => {
  const context = viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, now), now);
  const rows = allCommitments(knowledgeBase).map((commitment) => objectiveRow(context, commitment));
  // 28 min 48 s of two days are 1 %.
  expect(rows.map(({ measured }) => measured)).toEqual([
    "99.9999 % measured on 1 of 2 days by Prometheus at prometheus.example.com, read on 2 March 2026. Which incident spent what, and time that was not measured, is from incident records, which alone say 99 %.",
    undefined,
  ]);
  // One event in 100,000,000 of a day is 0.9 ms; the day after is not measured and had no incident.
  expect(rows.map(({ availability }) => availability)).toEqual(["99.9999 %", "99 %"]);
});
