import { expect, test } from "vitest";
import { figureChanges } from "../../../src/core/audit/figure-changes.ts";
import {
  firstClosed,
  milestoneMoves,
  type RecordedMilestones,
} from "../../../src/core/audit/milestone-moves.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const OPEN = {
  started: "2026-03-02T10:00:00Z",
  detected: "2026-03-02T10:05:00Z",
  resolved: "2026-03-02T11:00:00Z",
};
const CLOSED = { ...OPEN, closed: "2026-03-03T09:00:00Z" };
const version = (commit: string, milestones: RecordedMilestones["milestones"]): RecordedMilestones => ({
  commit,
  at: `2026-03-0${commit}T12:00:00Z`,
  milestones,
});

test("only what changes in a record that is closed is a move, with how far and by which commit", () => {
  const versions = [
    version("1", { ...OPEN, resolved: "2026-03-02T12:00:00Z" }),
    version("2", OPEN),
    version("3", CLOSED),
    version("4", { ...CLOSED, resolved: { at: "2026-03-02T11:45:00+01:00", precision: "minute" } }),
    version("5", { ...CLOSED, resolved: "2026-03-02T10:45:00Z", verified: "2026-03-02T12:00:00Z" }),
  ];
  expect(milestoneMoves(versions)).toEqual([
    {
      milestone: "resolved",
      from: "2026-03-02T11:00:00Z",
      to: "2026-03-02T11:45:00+01:00",
      by: -900_000,
      commit: "4",
      at: "2026-03-04T12:00:00Z",
    },
    { milestone: "verified", to: "2026-03-02T12:00:00Z", commit: "5", at: "2026-03-05T12:00:00Z" },
  ]);
  expect(firstClosed(versions)?.commit).toBe("3");
});

test("a reopened record may be edited until it is closed again; the reopening itself is told", () => {
  const moves = milestoneMoves([
    version("1", CLOSED),
    version("2", OPEN),
    version("3", { ...OPEN, resolved: "2026-03-02T13:00:00Z" }),
    version("4", { ...CLOSED, resolved: "2026-03-02T13:00:00Z" }),
  ]);
  expect(moves.map(({ milestone, to, commit }) => [milestone, to, commit])).toEqual([
    ["closed", undefined, "2"],
  ]);
});

test("a figure is told when the milestones of before would make it another", () => {
  const now = epochOf("2026-04-01T00:00:00Z");
  const knowledgeBase = buildKnowledgeBase([
    buildEntry("incident", "2026-03-02-slow-search", {
      milestones: { ...CLOSED, resolved: "2026-03-02T10:45:00Z" },
    }),
  ]);
  const changes = figureChanges(
    knowledgeBase,
    new Map([["2026-03-02-slow-search", version("3", CLOSED)]]),
    { from: epochOf("2026-01-01T00:00:00Z"), to: now },
    now,
  );
  expect(changes.find(({ id }) => id === "time-to-restore")).toEqual({
    id: "time-to-restore",
    name: expect.any(String),
    before: "median 55 min (n = 1)",
    now: "median 40 min (n = 1)",
  });
  expect(changes.map(({ id }) => id)).not.toContain("time-to-detect");
});
