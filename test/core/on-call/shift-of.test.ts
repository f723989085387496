import { describe, expect, test } from "vitest";
import { shiftOf } from "../../../src/core/on-call/shift-of.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";

const roster = {
  zone: "Europe/Berlin",
  rotation: ["ada", "grace", "joan"],
  backups: ["joan", "ada", "grace"],
  starts: "2026-03-16T09:00:00+01:00",
  shiftLength: "7d",
  overrides: [],
};
const shift = (person: string, now: string, over: Partial<Parameters<typeof shiftOf>[0]> = {}) => {
  const found = shiftOf({ ...roster, ...over }, person, epochOf(now));
  return found && `${found.level} ${instantOf(found.from)} ${instantOf(found.to)}`;
};

describe("the shift of a person", () => {
  test("is the one that runs, else the next one of the rotation or behind it", () => {
    expect(shift("ada", "2026-03-16T08:00:00Z")).toBe("primary 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z");
    expect(shift("joan", "2026-03-18T12:00:00Z")).toBe("backup 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z");
    expect(shift("grace", "2026-03-18T12:00:00Z")).toBe("primary 2026-03-23T08:00:00Z 2026-03-30T07:00:00Z");
    expect(shift("nobody", "2026-03-18T12:00:00Z")).toBeUndefined();
  });

  test("changes at the same time of the day in summer, an hour earlier in UTC", () => {
    expect(shift("joan", "2026-03-30T07:00:00Z", { backups: [] })).toBe(
      "primary 2026-03-30T07:00:00Z 2026-04-06T07:00:00Z",
    );
    expect(shift("grace", "2026-03-30T06:59:59Z", { backups: [] })).toBe(
      "primary 2026-03-23T08:00:00Z 2026-03-30T07:00:00Z",
    );
  });

  test("of hours follows the clock in UTC", () => {
    expect(shift("ada", "2026-03-29T08:30:00Z", { shiftLength: "12h", backups: [] })).toBe(
      "primary 2026-03-29T20:00:00Z 2026-03-30T08:00:00Z",
    );
  });

  test("that was swapped belongs to who took it, and the rest of it to who had it", () => {
    const overrides = [
      {
        person: "grace",
        level: "primary" as const,
        from: "2026-03-16T08:00:00Z",
        to: "2026-03-18T08:00:00Z",
      },
    ];
    const now = "2026-03-17T00:00:00Z";
    expect(shift("grace", now, { overrides })).toBe("primary 2026-03-16T08:00:00Z 2026-03-18T08:00:00Z");
    expect(shift("ada", now, { overrides })).toBe("primary 2026-03-18T08:00:00Z 2026-03-23T08:00:00Z");
  });

  test("before the roster begins is the first of it", () => {
    expect(shift("ada", "2026-01-01T00:00:00Z")).toBe("primary 2026-03-16T08:00:00Z 2026-03-23T08:00:00Z");
  });
});
