import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeLog } from "../../../src/core/schemas/logs.ts";
import { epochOf } from "../../../src/core/time.ts";
import { type ChangesImport, importChanges } from "../../../src/importers/changes/import-changes.ts";
import { knownNames } from "../../../src/importers/logs/known-names.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";

const knowledgeBase = buildKnowledgeBase(
  [
    buildEntry("service", "checkout", { repositories: ["https://github.com/kittiwake/checkout"] }),
    buildEntry("service", "payments", { title: "Card payments", aliases: ["billing"] }),
  ],
  { teams: { people: [{ handle: "ada", role: "Engineer", github: "Ada-L" }], teams: [] } },
);

function imported(text: string, more: Partial<ChangesImport> = {}) {
  return importChanges({
    name: "changes.csv",
    text,
    names: knownNames(knowledgeBase),
    services: [],
    environments: [],
    now: epochOf("2026-04-01T00:00:00Z"),
    standing: new Map(),
    digest: (value) => hash("sha256", value),
    ...more,
  });
}

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

describe("what GitHub tells", () => {
  const deployment = {
    id: 11,
    sha: "9c0ffee9c0ffee9c0ffee9c0ffee9c0ffee9c0ff",
    ref: "refs/tags/v7.31",
    environment: "production",
    description: null,
    creator: { login: "Ada-L" },
    created_at: "2026-03-05T13:00:00Z",
    repository_url: "https://api.github.com/repos/kittiwake/checkout",
    statuses_url: "https://api.github.com/repos/kittiwake/checkout/deployments/11/statuses",
  };

  test("a deployment names its service by its repository, its tag, who made it and the commit", () => {
    const { changes, report } = imported(
      JSON.stringify([[deployment], [{ ...deployment, environment: "staging" }]]),
    );
    expect(changes).toEqual([
      {
        id: "deployment-11",
        at: "2026-03-05T13:00:00Z",
        kind: "deployment",
        services: ["checkout"],
        what: "checkout v7.31 to production",
        who: "ada",
        url: "https://github.com/kittiwake/checkout/commit/9c0ffee9c0ffee9c0ffee9c0ffee9c0ffee9c0ff",
        outcome: "live",
      },
    ]);
    expect(report).toMatchObject({ format: "GitHub deployments", read: 2, added: 1, leftOut: 1 });
    expect(report.notes.map(({ what }) => what)).toEqual(["environment", "no-status"]);
  });

  test("of several statuses of one deployment the last that ended counts, with its own time", () => {
    const event = (state: string, created_at: string) => ({
      deployment,
      deployment_status: { state, created_at, target_url: "https://example.com/run/1" },
    });
    const { changes } = imported(
      JSON.stringify([
        event("failure", "2026-03-05T13:09:00Z"),
        event("in_progress", "2026-03-05T13:01:00Z"),
        event("success", "2026-03-05T13:05:00Z"),
      ]),
    );
    expect(changes).toMatchObject([{ id: "deployment-11", at: "2026-03-05T13:09:00Z", outcome: "failed" }]);
    expect(changes[0]!.url).toBe("https://example.com/run/1");
  });

  test("a release goes live when it is published, and a draft is none", () => {
    const release = {
      id: 5,
      tag_name: "v2.0",
      name: "The tide\u202e turns",
      draft: false,
      published_at: "2026-03-07T10:00:00Z",
      html_url: "https://github.com/kittiwake/checkout/releases/tag/v2.0",
      author: { login: "ghost" },
    };
    const { changes, report } = imported(
      JSON.stringify(
        { releases: [release, { ...release, id: 6, draft: true, published_at: null }] },
        null,
        2,
      ),
    );
    expect(changes).toMatchObject([
      { id: "release-5", what: "checkout v2.0: The tide turns", services: ["checkout"] },
    ]);
    expect(report.notes.map(({ what, line }) => [what, line])).toEqual([
      ["who", 11],
      ["draft", 14],
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

const webhooks = corpusFolder("octokit-webhooks");
test.skipIf(!webhooks)(
  "GitHub's own examples of deployment events are read (corpus octokit-webhooks)",
  () => {
    const files = textsIn(webhooks!, (path) => path.startsWith("deployment_status."));
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { text } of files) {
      const { report } = imported(text, {
        services: ["checkout"],
        environments: ["production", "github-pages"],
      });
      expect(report.format).toBe("GitHub deployments");
      expect(report.notes.filter(({ group }) => group === "problem")).toEqual([]);
      expect(report.added + report.leftOut).toBe(1);
    }
  },
);
