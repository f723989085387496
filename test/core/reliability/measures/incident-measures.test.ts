import { describe, expect, test } from "vitest";
import { MEASURES } from "../../../../src/core/reliability/measures/index.ts";
import type { Measure, Outcome, Slice } from "../../../../src/core/reliability/measures/measure.ts";
import { scopeIn, scopeOf, scopesBy } from "../../../../src/core/reliability/measures/slices.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = epochOf("2026-04-01T00:00:00Z");
const PERIOD = { from: epochOf("2026-03-01T00:00:00Z"), to: NOW };

/** An incident that began on a day of March at ten, detected, mitigated and resolved so many minutes after. */
function incident(day: number, minutes: Fields, more: Fields = {}) {
  const at = (value: unknown) => new Date(Date.UTC(2026, 2, day, 10, value as number)).toISOString();
  const milestones = Object.fromEntries(
    Object.entries({ started: 0, ...minutes }).map(([name, value]) => [name, at(value)]),
  );
  return buildIncident({ milestones, ...more }, `2026-03-${String(day).padStart(2, "0")}-incident-${day}`);
}

const TAXONOMY = {
  severities: [
    {
      id: "SEV1",
      name: "Critical",
      description: "Customers cannot buy",
      postmortem: { required: true, finalWithin: "7d" },
      targets: { detect: "5min", restore: "60min" },
    },
    { id: "SEV3", name: "Minor", description: "Few notice", postmortem: { required: false } },
  ],
};
const SEV1 = { severity: { initial: "SEV1", peak: "SEV1" } };

const entries = [
  incident(
    2,
    { detected: 4, paged: 4, acknowledged: 6, mitigated: 24, resolved: 44 },
    { ...SEV1, signature: "pool", causedBy: ["c-1"], remediation: "automation" },
  ),
  incident(
    3,
    { detected: 10, paged: 11, mitigated: 60, resolved: 100 },
    { ...SEV1, remediation: "people", failureModes: ["alert-storm"] },
  ),
  incident(5, { detected: 20, resolved: 60 }, { signature: "pool", customerVisible: true }),
  incident(9, { detected: 1 }, { customerVisible: true }),
  incident(12, { detected: -5, resolved: 30 }, {}),
  incident(20, { detected: 3, resolved: 5 }, { nearMiss: true }),
  buildEntry("postmortem", "about-2", {
    incidents: ["2026-03-02-incident-2"],
    state: "final",
    lesson: "Count waiting",
    finalized: "2026-03-05T10:44:00Z",
    actionItems: [itemFields({ id: "ai-1", kind: "prevent", opened: "2026-03-03", due: "2026-03-30" })],
  }),
];
const knowledgeBase = buildKnowledgeBase(entries, { taxonomy: TAXONOMY });
const scope = scopeOf(knowledgeBase, PERIOD, NOW);

function outcome(id: string, slice?: Slice): Outcome {
  return named(id).of(slice === undefined ? scope : scopeIn(scope, slice));
}

function named(id: string): Measure {
  return MEASURES.find((measure) => measure.id === id)!;
}

const minutesOf = ({ inputs }: Outcome) => inputs.map(({ value }) => (value as number) / MINUTE);

describe("six incidents of March, worked out by hand", () => {
  test("time to detect: foresight and near misses are left out and listed", () => {
    const { value, leftOut } = outcome("time-to-detect");
    expect(minutesOf(outcome("time-to-detect"))).toEqual([4, 10, 20, 1]);
    expect(value).toMatchObject({
      kind: "distribution",
      distribution: { n: 4, median: 7 * MINUTE },
      withinTarget: { within: 1, of: 2 },
    });
    expect(leftOut.map(({ id, why }) => [id.slice(5, 10), why])).toEqual([
      ["03-12", "detected before it started: foresight, counted apart"],
      ["03-20", "a near miss: nobody was hurt"],
    ]);
  });

  test("time to restore: an open incident has none, and the median that counts it is said", () => {
    const { value } = outcome("time-to-restore");
    expect(minutesOf(outcome("time-to-restore"))).toEqual([40, 90, 40, 35]);
    expect(value).toMatchObject({
      distribution: { n: 4, median: 40 * MINUTE },
      unfinished: { count: 1, median: 40 * MINUTE },
    });
  });

  test("time to mitigate: one that was restored without it is not unfinished", () => {
    expect(minutesOf(outcome("time-to-mitigate"))).toEqual([20, 50]);
    expect(outcome("time-to-mitigate").value).toMatchObject({ unfinished: { count: 1 } });
  });

  test("time to acknowledge: a page that nobody took is followed until the incident was resolved", () => {
    expect(minutesOf(outcome("time-to-acknowledge"))).toEqual([2]);
    // One of two by 2 minutes is half.
    expect(outcome("time-to-acknowledge").value).toMatchObject({
      unfinished: { count: 1, median: 2 * MINUTE },
    });
  });

  test("within target: 40 of 60 minutes is, 90 is not, and severities without a target do not count", () => {
    expect(outcome("within-target").value).toMatchObject({ kind: "share", part: 1, whole: 2 });
  });

  test("frequency counts open ones and no near misses", () => {
    expect(outcome("frequency").value).toMatchObject({ kind: "count", count: 5, days: 31 });
    expect(outcome("near-misses").value).toMatchObject({ count: 1 });
    expect(outcome("foresight").value).toMatchObject({ count: 1 });
  });

  test("the second `pool` within 90 days is a repeat whose fix was pending", () => {
    expect(outcome("repeats").value).toMatchObject({
      count: 1,
      parts: [
        { name: "fix done", value: 0 },
        { name: "fix pending", value: 1 },
        { name: "never planned", value: 0 },
      ],
    });
  });

  test("shares: automation, changes, postmortems", () => {
    expect(outcome("automated-remediation").value).toMatchObject({ part: 1, whole: 2 });
    expect(outcome("change-linked").value).toMatchObject({ part: 1, whole: 5 });
    expect(outcome("postmortem-completeness").value).toMatchObject({ part: 1, whole: 2 });
    expect(outcome("failure-modes").value).toMatchObject({
      count: 1,
      parts: [{ name: "alert-storm", value: 1 }],
    });
  });

  test("time to close: three days, and one required postmortem that is not there yet", () => {
    const { value } = outcome("time-to-close");
    expect(minutesOf(outcome("time-to-close"))).toEqual([3 * 24 * 60]);
    expect(value).toMatchObject({ distribution: { n: 1 }, unfinished: { count: 1, median: 72 * HOUR } });
  });

  test("customers: one was never told, and no silence is claimed of one that lasts", () => {
    expect(outcome("time-to-first-update").value).toMatchObject({ kind: "none" });
    expect(
      outcome("time-to-first-update").leftOut.filter(({ why }) => why.includes("never told")),
    ).toHaveLength(2);
    expect(minutesOf(outcome("longest-silence"))).toEqual([60]);
  });

  test("a slice is the same measure over its own cases, and one without data says so", () => {
    expect(minutesOf(outcome("time-to-restore", { by: "severity", value: "SEV1" }))).toEqual([40, 90]);
    expect(outcome("time-to-restore", { by: "service", value: "search" }).value).toEqual({
      kind: "none",
      why: "No incident with service search in this period.",
    });
    expect(
      scopesBy(scope, "severity").map(({ slice, incidents }) => [slice!.value, incidents.length]),
    ).toEqual([
      ["SEV1", 2],
      ["SEV3", 4],
    ]);
  });
});

test("an incident under a day after its like is a relapse, one after 90 days is news", () => {
  const twice = (second: number) =>
    buildKnowledgeBase([
      incident(2, { detected: 0, resolved: 60 }, { signature: "pool" }),
      incident(second, { detected: 0, resolved: 60 }, { signature: "pool" }),
    ]);
  const repeats = (second: number) =>
    named("repeats").of(
      scopeOf(twice(second), { from: PERIOD.from, to: epochOf("2026-12-01T00:00:00Z") }, NOW),
    );
  expect(repeats(3)).toMatchObject({
    value: { count: 0 },
    leftOut: [{ why: "a relapse of 2026-03-02-incident-2" }],
  });
  expect(repeats(4)).toMatchObject({ value: { count: 1 } });
  expect(repeats(31 + 30 + 33)).toMatchObject({ value: { count: 0 }, leftOut: [] });
});

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
