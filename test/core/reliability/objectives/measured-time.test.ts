import fc from "fast-check";
import { expect, test } from "vitest";
import { allCommitments } from "../../../../src/core/reliability/objectives/all-commitments.ts";
import { errorBudget } from "../../../../src/core/reliability/objectives/error-budget.ts";
import { measuredDowntime } from "../../../../src/core/reliability/objectives/measured-downtime.ts";
import type { MeasuredSpan } from "../../../../src/core/reliability/objectives/measured-spans.ts";
import { buildEntry } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";
import { MINUTE, now, OBJECTIVE } from "./measured-checkout.ts";

test("planned work takes its share out of a day that was measured as a whole", () => {
  const work = buildEntry("maintenance", "work", {
    services: [{ service: "checkout", expected: "major_outage" }],
    announced: "2026-02-27T00:00:00Z",
    title: "Work",
    visibility: "internal",
    schedule: { from: "2026-03-02T12:00:00Z", to: "2026-03-03T00:00:00Z" },
  });
  const knowledgeBase = buildKnowledgeBase([
    buildEntry("service", "checkout", { objectives: [OBJECTIVE] }),
    buildEntry("measurement", "snapshot", {
      service: "checkout",
      objective: "orders",
      source: "Board",
      taken: "2026-03-03T00:00:00Z",
      days: [{ date: "2026-03-02", good: 900, total: 1000 }],
    }),
    work,
  ]);
  const known = errorBudget(knowledgeBase, allCommitments(knowledgeBase)[0]!, now);
  // A tenth of 24 h lies evenly over the day, and half of the day is work.
  expect(known.downtime / MINUTE).toBeCloseTo(72, 6);
  expect(known.judged / MINUTE).toBe(36 * 60);
});

test("whatever the records say, the bad time of measured days is (1 − good ÷ all) × their length, in pieces that never overlap", () => {
  const DAY = 86_400_000;
  const events = fc.record({
    total: fc.integer({ min: 0, max: 5000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const pieces = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 4 * 1440 }), length: fc.integer({ min: 1, max: 600 }) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(events, { minLength: 1, maxLength: 4 }), pieces, (days, hurt) => {
      const spans = days.map(({ total, share }, index) => ({
        from: index * DAY,
        to: (index + 1) * DAY,
        total,
        good: total * share,
      })) as unknown as MeasuredSpan[];
      let end = 0;
      const recorded = [...hurt]
        .sort((a, b) => a.from - b.from)
        .flatMap(({ from, length }) => {
          const piece = {
            from: Math.max(end, from * MINUTE),
            to: (from + length) * MINUTE,
            weight: 1,
            incident: "a",
          };
          if (piece.from >= piece.to) return [];
          end = piece.to;
          return [piece];
        });
      const bad = measuredDowntime(spans, recorded);
      const sum = bad.reduce((total, { from, to, weight }) => total + weight * (to - from), 0);
      const all = spans.reduce((total, each) => total + each.total, 0);
      const good = spans.reduce((total, each) => total + each.good, 0);
      expect(sum).toBeCloseTo(all === 0 ? 0 : (1 - good / all) * spans.length * DAY, 2);
      for (const [index, { from }] of bad.entries())
        if (index > 0) expect(from).toBeGreaterThanOrEqual(bad[index - 1]!.to);
    }),
    { numRuns: 100 },
  );
});
