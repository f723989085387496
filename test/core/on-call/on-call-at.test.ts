import { expect, test } from "vitest";
import { onCallAt } from "../../../src/core/on-call/on-call-at.ts";
import type { Shift } from "../../../src/core/on-call/roster-shifts.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";

const roster = {
  zone: "UTC",
  rotation: ["ada", "grace"],
  backups: ["joan", "ada"],
  starts: "2026-03-02T09:00:00Z",
  shiftLength: "7d",
  overrides: [],
};
const shown = ({ person, level, from, to }: Shift) =>
  `${person} ${level} ${instantOf(from).slice(5, 13)} ${instantOf(to).slice(5, 13)}`;
const at = (now: string, over: Partial<Parameters<typeof onCallAt>[0]> = {}) => {
  const { running, next } = onCallAt({ ...roster, ...over }, epochOf(now));
  return { running: running.map(shown), next: next.map(shown) };
};

test("the primary stands first, then who is behind; next is the turn after", () => {
  expect(at("2026-03-03T12:00:00Z")).toEqual({
    running: ["ada primary 03-02T09 03-09T09", "joan backup 03-02T09 03-09T09"],
    next: ["grace primary 03-09T09 03-16T09", "ada backup 03-09T09 03-16T09"],
  });
});

test("at the instant of a change the new shift runs and the old one does not", () => {
  expect(at("2026-03-09T09:00:00Z").running).toEqual([
    "grace primary 03-09T09 03-16T09",
    "ada backup 03-09T09 03-16T09",
  ]);
});

test("before a roster begins nobody is on call, and its first shift comes next", () => {
  expect(at("2026-03-01T00:00:00Z")).toEqual({
    running: [],
    next: ["ada primary 03-02T09 03-09T09", "joan backup 03-02T09 03-09T09"],
  });
});

test("somebody alone in a rotation comes next after themselves", () => {
  expect(at("2026-03-03T12:00:00Z", { rotation: ["ada"], backups: [] })).toEqual({
    running: ["ada primary 03-02T09 03-09T09"],
    next: ["ada primary 03-09T09 03-16T09"],
  });
});

test("who took over a part of a shift runs instead, and the rest of it comes next", () => {
  const overrides = [
    {
      person: "grace",
      level: "primary" as const,
      from: "2026-03-03T09:00:00Z",
      to: "2026-03-04T09:00:00Z",
    },
  ];
  expect(at("2026-03-03T12:00:00Z", { overrides, backups: [] })).toEqual({
    running: ["grace primary 03-03T09 03-04T09"],
    next: ["ada primary 03-04T09 03-09T09"],
  });
});
