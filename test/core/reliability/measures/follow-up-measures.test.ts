import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidentsBorneOn } from "../../../../src/core/action-items/incidents-borne-on.ts";
import { isUnfinished } from "../../../../src/core/action-items/is-overdue.ts";
import { itemsAgainst } from "../../../../src/core/action-items/items-against.ts";
import { overdueItemDowntimeMeasure } from "../../../../src/core/reliability/measures/overdue-item-downtime-measure.ts";
import { repeatAfterFixMeasure } from "../../../../src/core/reliability/measures/repeat-after-fix-measure.ts";
import { scopeIn, scopeOf } from "../../../../src/core/reliability/measures/slices.ts";
import { timeToDoneMeasure } from "../../../../src/core/reliability/measures/time-to-done-measure.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const NOW = epochOf("2026-04-01T00:00:00Z");
const PERIOD = { from: epochOf("2026-01-01T00:00:00Z"), to: NOW };

function incident(day: string, more: Fields) {
  return buildIncident(
    {
      milestones: { started: `${day}T10:00:00Z`, detected: `${day}T10:05:00Z`, resolved: `${day}T11:00:00Z` },
      ...more,
    },
    `${day}-it-broke`,
  );
}

function impact(day: string, minutes: number) {
  const to = new Date(Date.parse(`${day}T10:00:00Z`) + minutes * MINUTE).toISOString();
  return [{ service: "checkout", level: "major_outage", from: `${day}T10:00:00Z`, to }];
}

const items = [
  // Done in 9 days, against the pool's failure.
  itemFields({
    id: "ai-1",
    kind: "prevent",
    strength: "guard",
    opened: "2026-01-06",
    due: "2026-01-20",
    status: "done",
    done: "2026-01-15",
    signature: "pool",
  }),
  // Overdue since February 1st, on the same factor of checkout.
  itemFields({
    id: "ai-2",
    kind: "prevent",
    opened: "2026-01-06",
    due: "2026-01-31",
    factors: ["retry-storm"],
    services: ["checkout"],
  }),
  // Dropped after 4 days.
  itemFields({
    id: "ai-3",
    opened: "2026-01-06",
    due: "2026-01-20",
    status: "dropped",
    dropped: "2026-01-10",
    reason: "No longer used",
  }),
  // Done in 3 days.
  itemFields({
    id: "ai-4",
    kind: "detect",
    opened: "2026-02-11",
    due: "2026-02-20",
    status: "done",
    done: "2026-02-14",
  }),
];
const knowledgeBase = buildKnowledgeBase([
  incident("2026-01-05", {
    signature: "pool",
    actionItems: items.slice(0, 3),
    impact: impact("2026-01-05", 50),
  }),
  incident("2026-01-25", { signature: "pool", factors: ["retry-storm"], impact: impact("2026-01-25", 20) }),
  incident("2026-02-10", {
    factors: ["retry-storm"],
    impact: impact("2026-02-10", 30),
    actionItems: items.slice(3),
  }),
  incident("2026-02-12", { factors: ["retry-storm"] }),
  incident("2026-03-01", { factors: ["software-defect"], impact: impact("2026-03-01", 40) }),
]);
const scope = scopeOf(knowledgeBase, PERIOD, NOW);

describe("five incidents and four follow-ups of a quarter, worked out by hand", () => {
  test("two are done after 9 and 3 days, one is open since 85 days, one was dropped after 4", () => {
    const { value, inputs, leftOut } = timeToDoneMeasure.of(scope);
    expect(inputs.map(({ id, value: days }) => [id, (days as number) / DAY])).toEqual([
      ["ai-1", 9],
      ["ai-4", 3],
    ]);
    expect(leftOut.map(({ id, why }) => [id, why])).toEqual([
      ["ai-2", "not done yet"],
      ["ai-3", "dropped"],
    ]);
    // Of four: 1/4 by day 3; then one leaves on day 4, so the next of two at risk carries S = 1/2: 1/4 + 1/2 · 1/2 = 1/2 on day 9.
    expect(value).toMatchObject({
      kind: "distribution",
      distribution: { n: 2, median: 6 * DAY },
      unfinished: { count: 1, median: 9 * DAY },
    });
  });

  test("the pool ran dry again although its guard was done", () => {
    const { value, inputs } = repeatAfterFixMeasure.of(scope);
    expect(inputs.map(({ id, value: by }) => [id, by])).toEqual([["2026-01-25-it-broke", "guard"]]);
    expect(value).toMatchObject({ kind: "count", count: 1, parts: [{ name: "guard", value: 1 }] });
  });

  test("of what began after January 31st with the same factor, 30 minutes were down while the item was late", () => {
    const { value, inputs, leftOut } = overdueItemDowntimeMeasure.of(scope);
    expect(value).toEqual({ kind: "total", milliseconds: 30 * MINUTE + unrecorded() });
    expect(inputs.map(({ id }) => id)).toEqual(["2026-02-10-it-broke", "2026-02-12-it-broke"]);
    expect(leftOut).toEqual([]);
  });

  test("a slice without cases says why", () => {
    const nowhere = scopeIn(scope, { by: "service", value: "nothing" });
    expect(timeToDoneMeasure.of(nowhere).value).toEqual({
      kind: "none",
      why: "No action item was opened in this period.",
    });
    expect(overdueItemDowntimeMeasure.of(nowhere).value).toEqual({
      kind: "none",
      why: "No incident with service nothing in this period.",
    });
  });
});

/** Without impact intervals an incident counts as a partial outage from its start to its end: an hour of weight 0.3 in the site's weighting. */
function unrecorded(): number {
  const { weighting } = knowledgeBase.site.policies;
  return 60 * MINUTE * (weighting === "weighted" ? 0.3 : 1);
}

test("what was dropped later was still open before", () => {
  const [, , dropped] = knowledgeBase.incidents[0]!.data.actionItems;
  expect(isUnfinished(dropped!, epochOf("2026-01-09T12:00:00Z"), "UTC")).toBe(true);
  expect(isUnfinished(dropped!, epochOf("2026-01-10T12:00:00Z"), "UTC")).toBe(false);
});

test("an item is held against an incident exactly where the incident bears on the item", () => {
  const word = fc.constantFrom("a", "b", "c");
  const words = fc.uniqueArray(word, { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.record({ signature: fc.option(word, { nil: undefined }), factors: words, services: words }),
      fc.array(
        fc.record({ signature: fc.option(word, { nil: undefined }), factors: words, services: words }),
        { maxLength: 4 },
      ),
      (item, broken) => {
        const base = buildKnowledgeBase([
          buildEntry("game-day", "2026-01-02-practice", {
            actionItems: [
              itemFields({ id: "ai-1", opened: "2026-01-03", due: "2026-02-01", ...defined(item) }),
            ],
          }),
          ...broken.map((fields, index) =>
            incident(`2026-02-0${index + 1}`, {
              ...defined(fields),
              services: fields.services.length === 0 ? ["z"] : fields.services,
            }),
          ),
        ]);
        const against = itemsAgainst(base);
        const held = base.incidents.filter((each) => against(each).length > 0).map(({ id }) => id);
        const placed = base.gameDays[0]!.data.actionItems[0]!;
        const borne = incidentsBorneOn(base, placed).map(({ incident: { id } }) => id);
        expect(held).toEqual(borne.sort());
      },
    ),
    { numRuns: 100 },
  );
});

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
