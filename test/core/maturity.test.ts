import { describe, expect, test } from "vitest";
import { allActionItems } from "../../src/core/action-items/all-action-items.ts";
import { AGES, itemAges, itemLoad } from "../../src/core/action-items/item-load.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { ladder } from "../../src/core/maturity/ladder.ts";
import type { Mistake } from "../../src/core/maturity/mistake.ts";
import { MISTAKES, mistakes } from "../../src/core/maturity/mistakes.ts";
import { isAtNight } from "../../src/core/on-call/page-times.ts";
import { MEASURES } from "../../src/core/reliability/measures/index.ts";
import { CODES } from "../../src/core/rules/codes/index.ts";
import { epochOf } from "../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../support/builders/build-knowledge-base.ts";

const NOW = epochOf("2026-04-01T12:00:00Z");

function incident(day: string, more: Fields = {}, minutes: Fields = { declared: 10, resolved: 60 }) {
  const at = (minute: unknown) =>
    new Date(Date.parse(`${day}T10:00:00Z`) + (minute as number) * 60_000).toISOString();
  const milestones = Object.fromEntries(
    Object.entries({ started: 0, detected: 5, ...minutes }).map(([name, value]) => [name, at(value)]),
  );
  return buildIncident({ milestones, ...more }, `${day}-it-broke`);
}

const commander = { roles: [{ role: "incident-commander", person: "ada" }] };
const lines = (day: string, ...times: string[]) =>
  times.map((time) => ({ at: `${day}T${time}Z`, text: "Seen" }));

const base = buildKnowledgeBase([
  incident("2026-01-10", {
    ...commander,
    signature: "pool",
    trigger: "binary-push",
    causedBy: ["c-1"],
    timeline: lines("2026-01-10", "10:10:00", "10:50:00"),
    runbooks: [{ runbook: "index", outcome: "helped" }],
  }),
  incident("2026-02-10", {
    signature: "pool",
    trigger: "binary-push",
    observabilityGaps: ["traces"],
    unmetPermissions: ["Read the queue"],
    runbooks: [{ runbook: "index", outcome: "did-not-help" }],
  }),
  // From 10:05 to 12:00 nobody wrote a line but at 10:10: an hour and 50 minutes.
  incident(
    "2026-03-01",
    { ...commander, timeline: lines("2026-03-01", "10:10:00") },
    { declared: 10, resolved: 120 },
  ),
  // Two years ago: too old to count.
  incident("2024-03-01", {}),
  buildEntry("runbook", "index", {
    automation: {
      guard: "Only one at a time",
      runs: [
        { at: "2026-03-01T10:20:00Z", outcome: "did-harm" },
        { at: "2026-03-02T10:20:00Z", outcome: "helped" },
      ],
    },
  }),
  buildEntry("service", "checkout", {
    criticality: "critical",
    alerts: [{ name: "PoolDry" }, { name: "Slow", response: "ticket" }],
    dashboards: [
      { title: "Pool", url: "https://dash.example/pool", owner: "payments", lastReviewed: "2024-01-01" },
    ],
  }),
  buildEntry("on-call", "2026-03", {
    pages: [
      { at: "2026-03-03T01:00:00Z", team: "payments", alert: "PoolDry" },
      { at: "2026-03-03T12:00:00Z", team: "payments", alert: "PoolDry", actionable: false },
      { at: "2026-03-03T13:00:00Z", team: "payments", alert: "PoolDry" },
    ],
  }),
]);

function ladderOf(knowledgeBase: KnowledgeBase) {
  return ladder(knowledgeBase, mistakes(knowledgeBase, NOW), NOW);
}

function seen(id: string): Mistake {
  return mistakes(base, NOW).find(({ kind }) => kind.id === id)!;
}

describe("the mistakes of a small team, worked out by hand", () => {
  test.each<[string, string, number, readonly (string | undefined)[]]>([
    ["repeats", "seen", 2, ["2026-02-10-it-broke"]],
    ["duplicates", "not-seen", 2, []],
    ["no-commander", "seen", 3, ["2026-02-10-it-broke"]],
    ["no-change-link", "seen", 2, ["2026-02-10-it-broke"]],
    ["gaps-in-timelines", "seen", 2, ["2026-03-01-it-broke"]],
    ["silence-towards-customers", "no-data", 0, []],
    ["unmet-permissions", "seen", 3, ["2026-02-10-it-broke"]],
    ["exposure-not-restricted", "no-data", 0, []],
    ["blind-traces", "seen", 3, ["2026-02-10-it-broke"]],
    ["blind-sampling", "not-seen", 3, []],
    ["pages-without-action", "seen", 3, ["payments"]],
    ["night-load", "seen", 3, ["payments"]],
    ["pages-without-objective", "seen", 1, ["checkout"]],
    ["alerts-without-runbook", "seen", 1, ["checkout"]],
    ["alerts-in-maintenance", "no-data", 0, []],
    ["failing-runbooks", "seen", 2, ["index"]],
    ["stale-runbooks", "not-seen", 1, []],
    ["harmful-automation", "seen", 2, ["index"]],
    ["unguarded-automation", "seen", 1, ["index"]],
    ["stale-dashboards", "seen", 1, ["checkout"]],
    ["suppressions-without-end", "no-data", 0, []],
  ])("%s: %s among %i", (id, state, of, traces) => {
    const mistake = seen(id);
    expect([mistake.state, mistake.of, mistake.traces.map((trace) => trace.id)]).toEqual([state, of, traces]);
  });

  test("a gap is told with its length", () =>
    expect(seen("gaps-in-timelines").traces[0]?.note).toBe("1 h 50 min without a line"));

  test("each names a measure and a code that exist, and ids are permanent words", () => {
    for (const { id, measure, code } of MISTAKES) {
      expect(id).toMatch(/^[a-z][a-z-]+$/);
      if (measure !== undefined) expect(MEASURES.map((each) => each.id)).toContain(measure);
      if (code !== undefined) expect(CODES.map((each) => each.code)).toContain(code);
    }
    expect(new Set(MISTAKES.map(({ id }) => id)).size).toBe(MISTAKES.length);
  });
});

test("a silenced alert counts also where it is silent for every service", () => {
  const silent = buildKnowledgeBase([
    buildEntry("suppressions", "suppressions", {
      suppressions: [
        { alert: "Slow", owner: "ada", reason: "Noise", from: "2026-03-31T00:00:00Z" },
        {
          alert: "Full",
          owner: "ada",
          reason: "Move",
          from: "2026-02-01T00:00:00Z",
          until: "2026-05-01T00:00:00Z",
        },
        {
          alert: "Dry",
          owner: "ada",
          reason: "Work",
          from: "2026-03-31T00:00:00Z",
          until: "2026-04-02T00:00:00Z",
        },
        { alert: "Slow", service: "checkout", owner: "ada", reason: "Noise", from: "2026-03-30T00:00:00Z" },
      ],
    }),
  ]);
  const endless = mistakes(silent, NOW).find(({ kind }) => kind.id === "suppressions-without-end")!;
  expect(endless).toMatchObject({ state: "seen", of: 4 });
  expect(endless.traces).toEqual([
    { kind: "alert", id: "Slow", note: "since 2026-03-31, no end" },
    { kind: "alert", id: "Full", note: "since 2026-02-01" },
    { kind: "service", id: "checkout", note: "Slow, since 2026-03-30, no end" },
  ]);
});

describe("the ladder", () => {
  test("a new knowledge base stands on no rung, and everything is without data", () => {
    const { rung, criteria, next } = ladderOf(buildKnowledgeBase([]));
    expect(rung).toBeUndefined();
    expect(new Set(criteria.map(({ state }) => state))).toEqual(new Set(["no-data"]));
    expect(next).toBe(criteria[0]);
  });

  test("a criterion is the share of cases without the mistake: two of three incidents were commanded, 80 % are wanted", () => {
    const commanded = ladderOf(base).criteria.find(({ id }) => id === "no-commander");
    expect(commanded).toMatchObject({ met: 2, of: 3, wanted: 0.8, state: "not-yet" });
  });

  test("what is done on a higher rung does not make up for what is missing below", () => {
    const { rung, next } = ladderOf(base);
    expect(rung).toBeUndefined();
    expect(next?.rung).toBe("beginner");
  });
});

test("a night lasts over midnight, in the zone of the roster, in summer and winter", () => {
  const night = { from: "22:00", to: "06:00" };
  const inBerlin = (text: string) => isAtNight(epochOf(text), "Europe/Berlin", night);
  // Winter: UTC + 1.
  expect(
    ["2026-01-10T20:59:59Z", "2026-01-10T21:00:00Z", "2026-01-11T04:59:59Z", "2026-01-11T05:00:00Z"].map(
      inBerlin,
    ),
  ).toEqual([false, true, true, false]);
  // Summer: UTC + 2.
  expect(
    ["2026-07-10T19:59:59Z", "2026-07-10T20:00:00Z", "2026-07-11T03:59:59Z", "2026-07-11T04:00:00Z"].map(
      inBerlin,
    ),
  ).toEqual([false, true, true, false]);
  expect(isAtNight(epochOf("2026-01-10T03:00:00Z"), "UTC", { from: "01:00", to: "05:00" })).toBe(true);
  expect(isAtNight(epochOf("2026-01-10T05:00:00Z"), "UTC", { from: "01:00", to: "05:00" })).toBe(false);
});

test("items are counted by where they stand on 1 April", () => {
  const of = buildKnowledgeBase([
    incident("2026-01-10", {
      actionItems: [
        itemFields({ id: "a", opened: "2026-03-29", due: "2026-04-20" }),
        itemFields({
          id: "b",
          opened: "2026-01-11",
          due: "2026-02-01",
          slips: [{ to: "2026-05-01", on: "2026-01-30", reason: "Freeze" }],
        }),
        itemFields({
          id: "c",
          opened: "2026-01-11",
          due: "2026-02-01",
          waiver: { reason: "Freeze", until: "2026-05-01", by: "ada" },
        }),
        itemFields({ id: "d", opened: "2026-01-11", due: "2026-02-01", status: "done", done: "2026-01-21" }),
        itemFields({
          id: "e",
          opened: "2026-01-11",
          due: "2026-02-01",
          status: "dropped",
          dropped: "2026-01-21",
          reason: "Gone",
        }),
        itemFields({ id: "f", opened: "2026-06-01", due: "2026-07-01" }),
      ],
    }),
  ]);
  const items = allActionItems(of);
  expect(itemLoad(items, NOW, "UTC")).toEqual({
    unfinished: 3,
    overdue: 1,
    waived: 1,
    waiverExpired: 0,
    slipped: 1,
    done: 1,
    dropped: 1,
    medianDays: 10,
  });
  // 3 days, 80 days, 80 days.
  expect(itemAges(items, NOW, "UTC")).toEqual([1, 0, 2, 0, 0]);
  expect(AGES).toHaveLength(5);
});
