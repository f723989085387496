import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onCallLog } from "../../../src/core/schemas/logs.ts";
import { epochOf } from "../../../src/core/time.ts";
import { knownNames } from "../../../src/importers/logs/known-names.ts";
import { importOnCall, keyOf, type OnCallImport } from "../../../src/importers/on-call/import-on-call.ts";
import type { Fields } from "../../support/builders/build-entry.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";

const alerts: Fields[] = [{ name: "CheckoutLatencyHigh" }, { name: "SearchSlow", actionable: false }];
const knowledgeBase = buildKnowledgeBase([buildEntry("service", "checkout", { alerts })]);

function imported(text: string, more: Partial<OnCallImport> = {}) {
  return importOnCall({
    name: "pages.csv",
    text,
    names: knownNames(knowledgeBase, new Map([["Grace Hopper", "grace"]])),
    alerts: new Map(
      knowledgeBase.services.flatMap(({ id, data }) =>
        data.alerts.map((alert) => [alert.name.toLowerCase(), [{ ...alert, service: id }]] as const),
      ),
    ),
    owners: new Map([["checkout", "payments"]]),
    teamsOf: new Map([["ada", ["payments"]]]),
    incidents: new Set(["2026-03-14-checkout-timeouts"]),
    routes: [],
    now: epochOf("2026-04-01T00:00:00Z"),
    standing: new Set(),
    ...more,
  });
}

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

describe("PagerDuty log entries", () => {
  const entry = (type: string, created_at: string, more: object = {}) => ({
    id: `${type}-${created_at}`,
    type: `${type}_log_entry`,
    created_at,
    incident: { id: "P1", summary: "[#12] CheckoutLatencyHigh on eu-west" },
    service: { summary: "Checkout" },
    teams: [],
    ...more,
  });
  const user = (summary: string) => ({ user: { type: "user_reference", summary } });
  const agent = (summary: string) => ({ agent: { type: "user_reference", summary } });

  test("several notifications of one person before the acknowledgement are one page, one after it is another", () => {
    const { pages, report } = imported(
      JSON.stringify({
        log_entries: [
          entry("resolve", "2026-03-05T04:00:00Z", agent("Ada")),
          entry("notify", "2026-03-05T03:30:00Z", user("Ada")),
          entry("acknowledge", "2026-03-05T02:05:00Z", agent("Ada")),
          entry("notify", "2026-03-05T02:02:00Z", user("Ada")),
          entry("notify", "2026-03-05T02:01:00Z", user("Grace Hopper")),
          entry("notify", "2026-03-05T02:00:00Z", user("Ada")),
          entry("trigger", "2026-03-05T01:59:50Z"),
        ],
      }),
    );
    expect(pages.map(({ at, person, acknowledged }) => [at, person, acknowledged])).toEqual([
      ["2026-03-05T02:00:00Z", "ada", "2026-03-05T02:05:00Z"],
      ["2026-03-05T02:01:00Z", "grace", undefined],
      ["2026-03-05T03:30:00Z", "ada", undefined],
    ]);
    expect(pages[0]).toMatchObject({ alert: "CheckoutLatencyHigh", service: "checkout", team: "payments" });
    expect(report).toMatchObject({ format: "PagerDuty log entries", read: 7, added: 3, leftOut: 0 });
  });

  test("where no notification is in the file, the assignment stands for it", () => {
    const { pages } = imported(
      JSON.stringify([
        entry("assign", "2026-03-05T02:00:00Z", {
          assignees: [{ summary: "Ada" }],
          service: { summary: "Unheard of" },
        }),
      ]),
      { team: "payments" },
    );
    expect(pages).toMatchObject([{ person: "ada", team: "payments", at: "2026-03-05T02:00:00Z" }]);
  });
});

describe("Alertmanager notifications", () => {
  const notification = (alertname: string, more: object = {}) => ({
    status: "firing",
    alerts: [
      { labels: { alertname, severity: "warning", ...more }, startsAt: "2026-03-05T02:00:00.123456789Z" },
    ],
  });

  test("an alert is one page whether it fires or is resolved; a route says what pages at all", () => {
    const text = JSON.stringify([
      notification("CheckoutLatencyHigh"),
      { ...notification("CheckoutLatencyHigh"), status: "resolved" },
      notification("DiskFull"),
      notification("Chatter"),
    ]);
    const { pages, report } = imported(text, {
      routes: [
        { labels: { alertname: "DiskFull" }, response: "page", service: "checkout" },
        { labels: { alertname: "Chatter", severity: "warning" }, response: "ticket" },
      ],
    });
    expect(pages).toMatchObject([
      { alert: "CheckoutLatencyHigh", service: "checkout", team: "payments", at: "2026-03-05T02:00:00.123Z" },
      { alert: "DiskFull", service: "checkout", team: "payments" },
    ]);
    expect(report).toMatchObject({ read: 4, added: 2, standing: 1, leftOut: 1 });
    expect(report.notes.map(({ what }) => what)).toEqual(["no-page"]);
  });

  const corpus = corpusFolder("prom2teams-alerts");
  test.skipIf(!corpus)(
    "real ones come in once each, and what lacks an alert's name is left out (corpus prom2teams-alerts)",
    () => {
      const files = textsIn(corpus!, (path) => /json_files\/(?!teams_)/.test(path));
      expect(files.length).toBeGreaterThanOrEqual(9);
      const standing = new Set<string>();
      let leftOut = 0;
      for (const { path, text } of files) {
        const first = imported(text, { team: "payments", standing });
        expect(first.report.format, path).toBe("Alertmanager notifications");
        for (const page of first.pages) standing.add(keyOf({ kind: "page", page }));
        leftOut += first.report.leftOut;
        expect(imported(text, { team: "payments", standing }).pages, path).toEqual([]);
        expect(onCallLog.safeParse({ pages: first.pages }).error, path).toBeUndefined();
      }
      // Nine files tell of the same disk at the same instant again and again, and one of a throttled processor.
      expect([...standing].map((key) => (JSON.parse(key) as string[])[3])).toEqual([
        "diskspace",
        "cputhrottlinghigh",
      ]);
      expect(leftOut).toBe(1);
    },
  );
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
