import { describe, expect, test } from "vitest";
import { dueGroup } from "../../../src/core/action-items/due-group.ts";
import { actionItem } from "../../../src/core/schemas/action-item.ts";
import { epochOf } from "../../../src/core/time.ts";
import { itemFields } from "../../support/builders/build-entry.ts";

/** Thursday; in Berlin the 2nd begins two hours before it does in UTC. */
const now = epochOf("2026-10-01T21:30:00Z");
const group = (fields: Record<string, unknown>, at = now) =>
  dueGroup(actionItem.parse(itemFields({ opened: "2026-06-01", ...fields })), at, "Europe/Berlin");
const waiver = (until: string) => ({ waiver: { reason: "The audit comes first", until, by: "ada" } });

describe("what is left to do", () => {
  test("is overdue once its first due day is over in the site's zone, blocked or moved though it may be", () => {
    expect(group({ due: "2026-10-01" })).toBe("week");
    expect(group({ due: "2026-10-01" }, now + 3_600_000)).toBe("overdue");
    expect(group({ due: "2026-09-30", status: "blocked", reason: "No machine" })).toBe("overdue");
    const slips = [{ to: "2026-12-01", on: "2026-09-01", reason: "Late machines" }];
    expect(group({ due: "2026-09-30", slips })).toBe("overdue");
  });

  test("is due within a week up to the seventh day from today, and later after that or without a day", () => {
    expect(group({ due: "2026-10-08" })).toBe("week");
    expect(group({ due: "2026-10-09" })).toBe("later");
    expect(group({ due: undefined })).toBe("later");
  });

  test("is blocked when it is not yet late", () => {
    expect(group({ due: "2026-10-03", status: "blocked", reason: "No machine" })).toBe("blocked");
  });

  test("waits for the end of a live waiver, and is overdue again after it", () => {
    expect(group({ due: "2026-09-01", ...waiver("2026-10-05") })).toBe("week");
    expect(group({ due: "2026-09-01", ...waiver("2026-11-05") })).toBe("later");
    expect(group({ due: "2026-09-01", ...waiver("2026-09-30") })).toBe("overdue");
    expect(group({ due: "2026-11-01", ...waiver("2026-10-05") })).toBe("later");
  });
});

test("what is done stands with its month, and what was done before or dropped is finished", () => {
  expect(group({ status: "done", done: "2026-10-01" })).toBe("done-this-month");
  expect(group({ status: "done", done: "2026-09-30" })).toBe("finished");
  expect(group({ status: "dropped", reason: "Costs more than it saves" })).toBe("finished");
});
