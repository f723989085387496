import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onCallLog } from "../../../src/core/schemas/logs.ts";
import { keyOf } from "../../../src/importers/on-call/import-on-call.ts";
import { imported } from "./imported.ts";

function notesOf({ report }: ReturnType<typeof imported>): string[] {
  return report.notes.map(({ line, what, text }) => `${line} ${what}: ${text}`);
}

describe("a table of pages and shifts", () => {
  test("becomes pages and shifts; the service is the one that raises the alert, the team its owner's", () => {
    const { pages, shifts, report } = imported(`Time,Person,Alert,Actionable,Acked at,Incident,Start,End,Team
2026-03-14T17:13:00Z,ada,checkoutlatencyhigh,yes,2026-03-14T17:15:00Z,2026-03-14-checkout-timeouts,,,
2026-03-10T02:00:00Z,Grace Hopper,SearchSlow,,,,,,
,@ada,,,,,2026-03-09T09:00:00+01:00,2026-03-16T09:00:00+01:00,
`);
    expect(pages).toEqual([
      {
        at: "2026-03-10T02:00:00Z",
        team: "payments",
        person: "grace",
        alert: "SearchSlow",
        service: "checkout",
        actionable: false,
      },
      {
        at: "2026-03-14T17:13:00Z",
        team: "payments",
        person: "ada",
        alert: "CheckoutLatencyHigh",
        service: "checkout",
        actionable: true,
        acknowledged: "2026-03-14T17:15:00Z",
        incident: "2026-03-14-checkout-timeouts",
      },
    ]);
    expect(shifts).toEqual([
      { team: "payments", person: "ada", from: "2026-03-09T08:00:00Z", to: "2026-03-16T08:00:00Z" },
    ]);
    expect(report).toMatchObject({ read: 3, added: 3, standing: 0, leftOut: 0, notes: [] });
  });

  test("is read line by line: what cannot be is left out and says where", () => {
    const result = imported(`at,alert,team,person,actionable,acknowledged,from,to
2026-02-30T02:00:00Z,A,payments,,,,,
2026-03-01T02:00:00Z,B,,,,,,
2026-03-01T02:00:00Z,C,payments,mallory,,2026-03-01T01:00:00Z,,
2026-03-01T02:00:00Z,D,payments,,perhaps,,,
,,payments,ada,,,2026-03-09T09:00:00Z,2026-03-09T08:00:00Z
,,,,,,,
`);
    expect(result.pages.map(({ alert }) => alert)).toEqual(["C"]);
    expect(result.report).toMatchObject({ read: 5, added: 1, leftOut: 4 });
    expect(notesOf(result)).toEqual([
      "2 impossible-date: Left out: `2026-02-30T02:00:00Z` names a day that is on no calendar",
      "3 no-team: Left out: nothing says which team B paged; --team names one",
      "4 acknowledged: 2026-03-01T01:00:00Z lies before the page",
      '4 person: `mallory` is nobody whom teams.yaml names; --map "mallory=HANDLE" says who that is',
      "5 actionable: Left out: `perhaps` does not say whether somebody had to act, expected yes or no",
      "6 impossible-date: Left out: it ends before it begins",
    ]);
  });
});

test("whatever the records hold, what comes out is valid by the schema, and the same file again brings nothing", () => {
  const field = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "ada",
      "checkout",
      "payments",
      "2026-03-01T10:00:00Z",
      "2026-03-02T10:00:00Z",
      "yes",
      "CheckoutLatencyHigh",
    ),
    fc.integer(),
    fc.constant(null),
  );
  const reference = fc.record({ summary: field, id: field }, { requiredKeys: [] });
  const record = fc.record(
    {
      at: field,
      alert: field,
      team: field,
      person: field,
      service: field,
      from: field,
      to: field,
      actionable: field,
      acknowledged: field,
      incident: fc.oneof(field, reference),
      type: fc.constantFrom("notify_log_entry", "acknowledge_log_entry", "assign_log_entry", "x"),
      created_at: field,
      user: reference,
      agent: reference,
      assignees: fc.array(reference, { maxLength: 2 }),
      labels: fc.dictionary(fc.constantFrom("alertname", "service", "team"), field),
      startsAt: field,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 4 }), (records) => {
      const text = JSON.stringify(records);
      const { pages, shifts } = imported(text, { team: "payments" });
      expect(onCallLog.safeParse({ pages, shifts }).error).toBeUndefined();
      const standing = new Set([
        ...pages.map((page) => keyOf({ kind: "page", page })),
        ...shifts.map((shift) => keyOf({ kind: "shift", shift })),
      ]);
      expect(imported(text, { team: "payments", standing }).report.added).toBe(0);
    }),
    { numRuns: 300, seed: 7 },
  );
});
