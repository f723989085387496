import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { allCommitments } from "../../../src/core/reliability/objectives/all-commitments.ts";
import { epochOf } from "../../../src/core/time.ts";
import { objectiveRow } from "../../../src/core/views/objectives/objective-view.ts";
import { measuredOf } from "../../../src/core/views/service/measured.ts";
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

function measuredFor(audience: string) {
  const projection = project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now);
  const [service] = knowledgeBase.services;
  return measuredOf(viewContext(projection, now), service!);
}

test("what was measured stands beside what records of incidents say of the same window, and no miss is rounded away", () => {
  // 28 min 48 s of two days are 1 %.
  expect(measuredFor("internal")).toEqual([
    {
      name: "Orders",
      measured: "99.9999 %",
      days: 1,
      source: "Prometheus at prometheus.example.com",
      taken: expect.objectContaining({ day: "2 March 2026" }),
      records: "99 %",
    },
  ]);
});

test("the row of an objective tells of the same days as the service's page", () => {
  const context = viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, now), now);
  const rows = allCommitments(knowledgeBase).map((commitment) => objectiveRow(context, commitment).measured);
  expect(rows).toEqual([
    "99.9999 % by Prometheus at prometheus.example.com, 1 day, read on 2 March 2026",
    undefined,
  ]);
});

test("outsiders see no measurement", () => {
  expect(measuredFor("public")).toEqual([]);
});
