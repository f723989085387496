import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../../src/core/reliability/measures/measure.ts";
import { scopeOf, scopesBy } from "../../../../src/core/reliability/measures/slices.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";
import { HOUR, incident, MINUTE, NOW, named, outcome, PERIOD, scope } from "./six-incidents.ts";

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
