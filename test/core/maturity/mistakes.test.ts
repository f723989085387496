import { describe, expect, test } from "vitest";
import type { Mistake } from "../../../src/core/maturity/mistake.ts";
import { MISTAKES, mistakes } from "../../../src/core/maturity/mistakes.ts";
import { MEASURES } from "../../../src/core/reliability/measures/index.ts";
import { CODES } from "../../../src/core/rules/codes/index.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { base, NOW } from "./small-team.ts";

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
