import { describe, expect, test } from "vitest";
import { isOverdue, isPastDue, isUnfinished } from "../../../src/core/action-items/is-overdue.ts";
import { waiverState } from "../../../src/core/action-items/waiver-state.ts";
import { type ActionItem, actionItem } from "../../../src/core/schemas/action-item.ts";
import { epochOf } from "../../../src/core/time.ts";
import { type Fields, itemFields } from "../../support/builders/build-entry.ts";

const item = (fields: Fields = {}): ActionItem => actionItem.parse(itemFields(fields));
const at = (instant: string) => epochOf(instant);

describe("an action item that is due on 31 March", () => {
  test.each([
    ["UTC", "2026-03-31T23:59:59Z", "2026-04-01T00:00:00Z"],
    ["Europe/Berlin", "2026-03-31T21:59:59Z", "2026-03-31T22:00:00Z"],
    ["America/New_York", "2026-04-01T03:59:59Z", "2026-04-01T04:00:00Z"],
    ["Pacific/Auckland", "2026-03-31T10:59:59Z", "2026-03-31T11:00:00Z"],
  ])("is overdue in %s strictly after the end of the day there", (zone, last, first) => {
    expect(isOverdue(item(), at(last), zone)).toBe(false);
    expect(isOverdue(item(), at(first), zone)).toBe(true);
  });

  test.each([
    ["open", {}, true],
    ["in-progress", {}, true],
    ["blocked", { reason: "Waits for the vendor" }, true],
    ["dropped", { reason: "The index was removed" }, false],
    ["done", { done: "2026-04-05" }, false],
  ])("and is %s: overdue on 10 April is %j %s", (status, fields, expected) => {
    expect(isOverdue(item({ status, ...fields }), at("2026-04-10T12:00:00Z"), "UTC")).toBe(expected);
  });

  test("is judged by the first due date, however often it was moved", () => {
    const moved = item({ slips: [{ to: "2026-05-31", on: "2026-03-30", reason: "Waits for the vendor" }] });
    expect(isOverdue(moved, at("2026-04-10T12:00:00Z"), "UTC")).toBe(true);
  });

  test("was overdue at an instant before the day on which it was done", () => {
    const late = item({ status: "done", done: "2026-04-05" });
    expect(isOverdue(late, at("2026-04-04T12:00:00Z"), "UTC")).toBe(true);
    expect(isOverdue(late, at("2026-04-05T12:00:00Z"), "UTC")).toBe(false);
  });

  test("is not yet known before the day on which it was opened", () => {
    expect(isUnfinished(item(), at("2026-03-02T12:00:00Z"), "UTC")).toBe(false);
  });
});

describe("a waiver until 15 April", () => {
  const waived = item({ waiver: { reason: "Waits for the vendor", until: "2026-04-15", by: "ada" } });

  test("lives until the end of its last day in the zone, then the item is overdue again", () => {
    expect(waiverState(waived, at("2026-04-15T21:59:59Z"), "Europe/Berlin")).toBe("live");
    expect(isOverdue(waived, at("2026-04-15T21:59:59Z"), "Europe/Berlin")).toBe(false);
    expect(waiverState(waived, at("2026-04-15T22:00:00Z"), "Europe/Berlin")).toBe("expired");
    expect(isOverdue(waived, at("2026-04-15T22:00:00Z"), "Europe/Berlin")).toBe(true);
  });

  test("does not change that the item is past its due day", () => {
    expect(isPastDue(waived, at("2026-04-10T12:00:00Z"), "UTC")).toBe(true);
    expect(waiverState(item(), at("2026-04-10T12:00:00Z"), "UTC")).toBe("none");
  });
});

test("an item without a due date is never overdue", () => {
  expect(isOverdue(item({ due: undefined }), at("2036-01-01T00:00:00Z"), "UTC")).toBe(false);
});
