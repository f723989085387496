import { describe, expect, test } from "vitest";
import { type MaintenanceWindow, maintenanceWindows } from "../../../src/core/status/maintenance-windows.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";

const between = (from: string, to: string) => ({ from: epochOf(from), to: epochOf(to) });

function windows(fields: Fields, within: readonly [string, string], now: string): MaintenanceWindow[] {
  const { data } = buildEntry("maintenance", "index-work", {
    title: "Index work",
    visibility: "public",
    services: [{ service: "checkout", expected: "degraded_performance" }],
    ...fields,
  });
  return maintenanceWindows(data, between(...within), epochOf(now));
}

const starts = (list: readonly MaintenanceWindow[]) => list.map(({ scheduled }) => instantOf(scheduled.from));

const ONCE = { schedule: { from: "2026-05-05T22:00:00Z", to: "2026-05-06T00:00:00Z" } };
const MAY = ["2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z"] as const;

describe("a single window", () => {
  test.each([
    ["2026-05-05T21:59:00Z", "scheduled"],
    ["2026-05-05T22:00:00Z", "in_progress"],
    ["2026-05-05T23:59:59Z", "in_progress"],
    ["2026-05-06T00:00:00Z", "completed"],
  ])("is at %s %s by the clock", (now, state) => {
    expect(windows(ONCE, MAY, now)[0]).toMatchObject({ state, overrun: false });
  });

  test("that somebody began and nobody ended runs over, and says so", () => {
    const begun = { ...ONCE, states: [{ state: "in_progress", at: "2026-05-05T22:10:00Z" }] };
    expect(windows(begun, MAY, "2026-05-06T00:30:00Z")[0]).toMatchObject({
      state: "in_progress",
      overrun: true,
      actual: between("2026-05-05T22:00:00Z", "2026-05-06T00:30:00Z"),
    });
  });

  test("that ended early ended then, and one that was called off never takes place", () => {
    const early = {
      ...ONCE,
      states: [
        { state: "in_progress", at: "2026-05-05T21:50:00Z" },
        { state: "verifying", at: "2026-05-05T22:40:00Z" },
        { state: "completed", at: "2026-05-05T23:00:00Z" },
      ],
    };
    expect(windows(early, MAY, "2026-05-05T22:50:00Z")[0]!.state).toBe("verifying");
    expect(windows(early, MAY, "2026-05-05T23:30:00Z")[0]).toMatchObject({
      state: "completed",
      actual: between("2026-05-05T21:50:00Z", "2026-05-05T23:00:00Z"),
    });
    const called = { ...ONCE, states: [{ state: "cancelled", at: "2026-05-04T10:00:00Z" }] };
    expect(windows(called, MAY, "2026-05-05T23:00:00Z")[0]!.state).toBe("cancelled");
    expect(windows(called, MAY, "2026-05-03T23:00:00Z")[0]!.state).toBe("scheduled");
  });

  test("is not there for a time that it does not touch", () => {
    expect(windows(ONCE, ["2026-05-06T00:00:00Z", "2026-06-01T00:00:00Z"], "2026-05-01T00:00:00Z")).toEqual(
      [],
    );
  });
});

describe("a recurring window", () => {
  const weekly = (zone: string, local: string) => ({
    schedule: { starts: local, zone, rule: "FREQ=WEEKLY;BYDAY=SU", length: "2h" },
  });

  test("keeps its hour on the clock of its zone when the clock is put forward and back", () => {
    const spring = windows(
      weekly("Europe/Berlin", "2026-03-22T04:00"),
      ["2026-03-20T00:00:00Z", "2026-04-06T00:00:00Z"],
      "2026-03-01T00:00:00Z",
    );
    expect(starts(spring)).toEqual(["2026-03-22T03:00:00Z", "2026-03-29T02:00:00Z", "2026-04-05T02:00:00Z"]);
    const autumn = windows(
      weekly("Europe/Berlin", "2026-03-22T04:00"),
      ["2026-10-17T00:00:00Z", "2026-10-27T00:00:00Z"],
      "2026-03-01T00:00:00Z",
    );
    expect(starts(autumn)).toEqual(["2026-10-18T02:00:00Z", "2026-10-25T03:00:00Z"]);
  });

  test("an hour that the clock skips counts with the offset from before, one that it shows twice is the first", () => {
    const skipped = windows(
      weekly("Europe/Berlin", "2026-03-22T02:30"),
      ["2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z"],
      "2026-03-01T00:00:00Z",
    );
    expect(starts(skipped)).toEqual(["2026-03-29T01:30:00Z"]);
    const twice = windows(
      weekly("Europe/Berlin", "2026-03-22T02:30"),
      ["2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z"],
      "2026-03-01T00:00:00Z",
    );
    expect(starts(twice)).toEqual(["2026-10-25T00:30:00Z"]);
    expect(twice[0]!.scheduled.to - twice[0]!.scheduled.from).toBe(2 * 3_600_000);
  });

  test("across the date line and on the last Friday of a month", () => {
    const fields = {
      schedule: {
        starts: "2026-01-30T23:30",
        zone: "Pacific/Auckland",
        rule: "FREQ=MONTHLY;BYDAY=-1FR",
        length: "90min",
      },
    };
    expect(
      starts(windows(fields, ["2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z"], "2026-01-01T00:00:00Z")),
    ).toEqual(["2026-02-27T10:30:00Z", "2026-03-27T10:30:00Z", "2026-04-24T11:30:00Z"]);
  });

  test("a state is of the window that it names, and COUNT ends the row", () => {
    const fields = {
      schedule: { starts: "2026-05-03T02:00", zone: "UTC", rule: "FREQ=WEEKLY;COUNT=3", length: "1h" },
      states: [{ window: "2026-05-10T02:00:00Z", state: "cancelled", at: "2026-05-09T00:00:00Z" }],
    };
    const list = windows(fields, MAY, "2026-05-20T00:00:00Z");
    expect(list.map(({ state }) => state)).toEqual(["completed", "cancelled", "completed"]);
  });
});
