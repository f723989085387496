import { describe, expect, test } from "vitest";
import { buildEntry, buildIncident, type Fields } from "../../../support/builders/build-entry.ts";
import { at, viewOf } from "./view-of.ts";

describe("changes before an incident", () => {
  const change = (id: string, time: string, changed: string, fields: Fields = {}) => ({
    id,
    at: time.length > 5 ? time : at(time),
    kind: "deployment",
    services: [changed],
    what: `Release ${id}`,
    ...fields,
  });
  const log = buildEntry("changes", "2026-03", {
    changes: [
      change("old", "2026-02-26T10:00:00Z", "blog"),
      change("early", "08:59", "checkout"),
      change("edge", "09:00", "checkout", { who: "ada", outcome: "rolled-back" }),
      change("far", "09:30", "bank"),
      change("other", "09:40", "blog"),
      change("last", "10:00", "payments"),
      change("after", "10:01", "checkout"),
    ],
  });

  test("are those of the hour before in its services and what they depend on, each with why, and what is named as cause", () => {
    const { changes } = viewOf(buildIncident({ causedBy: ["old"] }), [log]);
    expect(changes?.window).toBe("hour");
    expect(changes?.changes.map(({ id, before, why, cause }) => [id, before, why, cause])).toEqual([
      ["last", "0 min before", "changed Payments, which Checkout depends on", false],
      ["far", "30 min before", "changed Bank, which Payments and through it Checkout depends on", false],
      ["edge", "1 h before", "changed Checkout", false],
      ["old", "4 d before", "changed Blog; named as the cause", true],
    ]);
    expect(changes?.changes[2]).toMatchObject({ who: "@ada", outcome: "rolled back" });
  });

  test("are none of an outsider's business", () => {
    const view = viewOf(buildIncident({ visibility: "public", causedBy: ["old"] }), [log], "public");
    expect(view.changes).toBeUndefined();
  });
});
