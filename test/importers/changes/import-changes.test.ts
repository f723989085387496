import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeLog } from "../../../src/core/schemas/logs.ts";
import { epochOf } from "../../../src/core/time.ts";
import { imported } from "./imported.ts";

function notesOf({ report }: ReturnType<typeof imported>): string[] {
  return report.notes.map(({ line, what, text }) => `${line} ${what}: ${text}`);
}

describe("a table of changes", () => {
  test("becomes changes, oldest first, with names resolved and what is unknown noted with its line", () => {
    const result = imported(`Date;Service;Description;Author;Type;Link;Result
2026-03-21T09:47:00+01:00;Card payments;New order of steps;@Ada-L;Deploy;https://example.com/1;success
2026-03-02T08:00:00Z;checkout, billing;"Flag ""fast""
is on";mallory;flag;ftp://example.com;rolled back
`);
    expect(result.changes.map(({ id: _, ...change }) => change)).toEqual([
      {
        at: "2026-03-02T08:00:00Z",
        kind: "flag",
        services: ["checkout", "payments"],
        what: 'Flag "fast" is on',
        outcome: "rolled-back",
      },
      {
        at: "2026-03-21T08:47:00Z",
        kind: "deployment",
        services: ["payments"],
        what: "New order of steps",
        who: "ada",
        url: "https://example.com/1",
        outcome: "live",
      },
    ]);
    expect(notesOf(result)).toEqual([
      "3 who: `mallory` is nobody whom teams.yaml names",
      "3 url: `ftp://example.com` is no web address",
    ]);
  });

  test("is read line by line: what cannot be is left out and says where, the rest comes in", () => {
    const result = imported(`id,at,services,what,kind
a,2026-02-30T10:00:00Z,checkout,One,
b,2026-03-01 10:00,checkout,Two,
c,2027-01-01T00:00:00Z,checkout,Three,
d,2026-03-01T10:00:00Z,chekout,Four,
e,2026-03-01T10:00:00Z,checkout,Five,constructor
f,,checkout,Six,
g,2026-03-01T10:00:00Z,checkout,,
h,2026-03-01T10:00:00Z,,Eight,
i,2026-03-01T10:00:00Z,checkout,Nine,
`);
    expect(result.changes.map(({ id }) => id)).toEqual(["i"]);
    expect(result.report).toMatchObject({ read: 9, added: 1, standing: 0, leftOut: 8 });
    expect(notesOf(result)).toEqual([
      "2 impossible-date: Left out: `2026-02-30T10:00:00Z` names a day that is on no calendar",
      "3 no-offset: Left out: `2026-03-01 10:00` has no UTC offset; --zone says in which zone it was written",
      "4 impossible-date: Left out: `2027-01-01T00:00:00Z` lies after 2026-04-01T00:00:00Z, when it was imported",
      "5 unknown-service: There is no service `chekout`. Did you mean `checkout`?",
      "6 kind: Left out: `constructor` is no kind of change, expected deployment, flag, configuration, infrastructure, data, vendor",
      "7 no-time: Left out: nothing says when it went live (`at`)",
      "8 nothing-said: Left out: nothing says what changed (`what`)",
      "9 no-service: Left out: it names no service, and --service names none",
    ]);
  });

  test("reads times without an offset in the zone that is named, in summer and winter", () => {
    const text = "at,what\n2026-03-01 10:00,Winter\n2026-03-30 10:00,Summer\n";
    const { changes } = imported(text, { zone: "Europe/Berlin", services: ["checkout"] });
    expect(changes.map(({ at }) => at)).toEqual(["2026-03-01T09:00:00Z", "2026-03-30T08:00:00Z"]);
  });

  test("brings a change once: neither the same row twice nor the same file again adds one", () => {
    const text = "at,what,services\n2026-03-01T10:00:00Z,One,checkout\n2026-03-01T10:00:00Z,One,checkout\n";
    const { changes, report } = imported(text);
    expect(report).toMatchObject({ read: 2, added: 1, standing: 1, leftOut: 0 });
    const standing = new Map(
      changes.map((change) => [change.id, { change, file: "content/changes/2026-03.yaml" }]),
    );
    expect(imported(text, { standing }).report).toMatchObject({ added: 0, standing: 2, leftOut: 0 });
  });

  test("says when the log has a change otherwise, and leaves the log as it is", () => {
    const change = imported("id,at,what,services\nC1,2026-03-01T10:00:00Z,One,checkout\n").changes[0]!;
    const standing = new Map([["c1", { change, file: "content/changes/2026-03.yaml" }]]);
    const again = imported(
      "id,at,what,services,outcome\nC1,2026-03-01T10:00:00Z,One,checkout,failed\nc1,2026-03-01T10:00:00Z,One,checkout,\n",
      { standing },
    );
    expect(again.changes).toEqual([]);
    expect(again.report).toMatchObject({ added: 0, standing: 2 });
    expect(notesOf(again)).toEqual([
      "3 twice: Left out: `c1` stands in this file twice, the first counts",
      "2 differs: `C1` stands in content/changes/2026-03.yaml with another outcome; that was left as it is",
    ]);
  });
});

test("a file that is no JSON, or nested too deeply, is refused with its place", () => {
  expect(notesOf(imported('[\n  {"at": "2026-03-01T10:00:00Z"},\n  oops\n]'))).toEqual([
    "3 unreadable: The file is no JSON from here on",
  ]);
  expect(notesOf(imported(`${"[".repeat(9_999)}${"]".repeat(9_999)}`))).toEqual([
    "1 unreadable: The file is nested more deeply than 64 levels",
  ]);
  expect(notesOf(imported('at,what\n2026-03-01T10:00:00Z,"open'))).toEqual([
    "2 unreadable: The file opens a quote that nothing closes",
  ]);
});

test("whatever the records hold, what comes out is valid by the schema, each id once, oldest first", () => {
  const field = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "checkout",
      "billing",
      "2026-03-01T10:00:00Z",
      "2026-03-01",
      "flag",
      "https://example.com",
      "x",
    ),
    fc.integer(),
    fc.constant(null),
  );
  const record = fc.record(
    {
      id: field,
      at: field,
      services: fc.oneof(field, fc.array(field, { maxLength: 2 })),
      what: field,
      kind: field,
      who: field,
      url: field,
      outcome: field,
      tag_name: field,
      environment: field,
      sha: field,
      deployment: fc.record({ id: field }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 4 }), (records) => {
      const { changes, report } = imported(JSON.stringify(records), { services: ["checkout"] });
      expect(changeLog.safeParse({ changes }).error).toBeUndefined();
      expect(new Set(changes.map(({ id }) => id.toLowerCase())).size).toBe(changes.length);
      expect(changes.map(({ at }) => epochOf(at))).toEqual(
        changes.map(({ at }) => epochOf(at)).sort((a, b) => a - b),
      );
      expect(report.added + report.standing + report.leftOut).toBe(report.read);
    }),
    { numRuns: 300, seed: 5 },
  );
});
