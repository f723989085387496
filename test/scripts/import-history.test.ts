import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HistoryFlags } from "../../scripts/import/history-flags.ts";
import { digestsOf } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";
import { errorsIn, fixtures, importInto, SOURCES } from "./history-example.ts";

let root: string;
let content: string;
let reports: string[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "tidemark-history-"));
  content = join(root, "content");
  reports = [];
  for (const [from, source] of SOURCES) reports.push((await importFrom(from, join(fixtures, source))).said);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("what was told on other status pages", () => {
  test("a cState issue keeps its dates as written, its updates with their instants, and the rest as prose", () => {
    expect(read("incidents/2024-02-03-ferry.mdx")).toMatch(
      /^---\ntitle: Ferry late\nvisibility: public\n[\s\S]*services:\n {2}- ferry\n {2}- web-site\n {2}- pier\ncustomerVisible: true\nmilestones:\n {2}started: 2024-02-03T09:05:00\+01:00\n {2}detected: 2024-02-03T09:05:00\+01:00\n {2}resolved: 2024-02-03T09:00:00Z\n/,
    );
    const updates = read("incidents/2024-02-03-ferry.mdx").match(
      / {2}- at: .*\n {4}status: .*\n {4}text: .*/g,
    );
    expect(updates).toEqual([
      "  - at: 2024-02-03T08:20:00Z\n    status: monitoring\n    text: It clears",
      '  - at: 2024-02-03T08:30:00Z\n    status: monitoring\n    text: "Still foggy (https://example.org/fog)"',
      "  - at: 2024-02-03T09:01:00Z\n    status: resolved\n    text: Boats sail",
    ]);
    expect(read("incidents/2024-02-03-ferry.mdx")).toContain("What we learned:");
    expect(reports[0]).toContain("2024-02-03-ferry.md:8 dropped, front-matter: pin: true");
    expect(reports[0]).toContain("2024-02-03-ferry.md:20 dropped, shortcode: {{< param x >}}");
    expect(reports[0]).toContain("2024-02-03-ferry.md:7 problems, unknown-system: Pier is no system");
    expect(read("services/ferry.mdx")).toContain(
      "component:\n  name: Ferry\n  group: Core\n  description: Boats\n",
    );
    expect(read("site.yaml")).toContain('name: Harbour status\nurl: "https://status.example.org"\n');
  });

  test("dates that cannot be, or go backwards, are reported with their line and never become a duration", () => {
    expect(reports[0]).toContain(
      "2024-03-01-reversed.md:5 problems, reversed-dates: it ends at 2023-03-01T11:00:00Z, before it begins at 2024-03-01T10:00:00Z",
    );
    expect(read("incidents/2024-03-01-reversed.mdx")).toContain(
      "  resolved:\n    at: 2024-03-01T10:00:00Z\n    precision: day\n",
    );
    expect(read("incidents/2024-03-01-reversed.mdx")).not.toContain("impact:");
    expect(reports[0]).toContain(
      "2024-04-01-odd-hour.md:3 problems, impossible-date: 2024-04-01T025:00:00Z is a time that is on no clock",
    );
    expect(read("incidents/2024-04-01-odd-hour.mdx")).toContain(
      "  started:\n    at: 2024-04-01T00:00:00Z\n    precision: day\n",
    );
    expect(reports[0]).toContain("2024-05-32-no-day.md: left out, nothing says on which day it began\n");
    expect(reports[0]).toContain(
      "2024-05-32-no-day.md:3 problems, impossible-date: 2024-05-32 is on no calendar",
    );
  });

  test("a cState notice with a window is planned work; news and pages are left out and named", () => {
    expect(read("maintenance/2024-06-01-pier-closed-for-painting.mdx")).toContain(
      "schedule:\n  from: 2024-06-01T06:00:00Z\n  to: 2024-06-01T08:00:00Z\nservices:\n  - service: ferry\n    expected: none\naliases:\n  - works\n",
    );
    expect(reports[0]).toContain("news.md: left out, it is an informational post");
    expect(reports[0]).toContain("pages/about.md: left out, it is a page, not an issue");
  });

  test("a Statuspage incident has the impact that its updates told of each component, and its code as an old id", () => {
    const text = read("incidents/2025-01-02-tickets-are-slow.mdx");
    expect(text).toContain(`impact:
  - service: tickets
    level: degraded_performance
    from: 2025-01-02T03:04:05.678-06:00
    to: 2025-01-02T03:34:05.000-06:00
  - service: tickets
    level: partial_outage
    from: 2025-01-02T03:34:05.000-06:00
    to: 2025-01-02T04:34:05.000-06:00
`);
    expect(text).toContain('text: "The pool is empty (https://example.org/pool)."');
    expect(text).toContain('text: "Over & out."');
    expect(text).toContain("aliases:\n  - kx8ftq2m1abc\n  - q1w2e3r4t5y6\n");
    expect(text).toMatch(/The \*\*pool\*\* was small\./);
    expect(read("services/ferry.mdx")).not.toContain("Over the bay");
    expect(read("services/tickets.mdx")).toContain("  showcase: false\n  onlyShowIfDegraded: true\n");
    expect(reports[1]).toMatch(/incidents\.json#rv8ftq2m1abc:\d+ problems, reversed-dates/);
    expect(reports[1]).toMatch(
      /incidents\.json#fb8ftq2m1abc:\d+ problems, impossible-date: 2025-02-30T10:00:00Z is on no calendar/,
    );
    expect(reports[1]).toContain("not-of-it.json: left out, it is no JSON answer of a Statuspage");
  });

  test("a Statuspage maintenance keeps its window, its announcement and what was said by hand", () => {
    expect(read("maintenance/2025-03-02-painting.mdx")).toContain(`announced: 2025-03-01T00:00:00Z
schedule:
  from: 2025-03-02T01:00:00Z
  to: 2025-03-02T02:00:00Z
services:
  - service: ferry
    expected: none
states:
  - state: in_progress
    at: 2025-03-02T01:01:00Z
  - state: completed
    at: 2025-03-02T02:30:00Z
`);
  });

  test("answers of version 1 are read too: bare lists, with the postmortem as the body", () => {
    const text = read("incidents/2025-04-01-ferry-stands-still.mdx");
    expect(text).toContain(
      "level: major_outage\n    from: 2025-04-01T10:00:00Z\n    to: 2025-04-01T11:00:00Z",
    );
    expect(text).toMatch(/---\n\n## Why\n\nNo fuel\.\n$/);
    expect(reports[2]).toContain("dropped, impact_override: impact_override: critical");
  });

  test("Upptime's issues are incidents and planned work; minutes that no issue explains are named, not dated", () => {
    expect(read("incidents/2025-05-01-ferry-is-down.mdx")).toContain(
      'level: major_outage\n    from: 2025-05-01T10:00:00Z\n    to: 2025-05-01T10:30:00Z\naliases:\n  - "7"\n',
    );
    expect(read("maintenance/2025-05-04-painting.mdx")).toContain(
      "- service: timetable\n    expected: major_outage\n",
    );
    expect(reports[3]).toMatch(/issues\.json#8:\d+ problems, reversed-dates/);
    expect(reports[3]).toMatch(
      /summary\.json:\d+ dropped, minutes-down: Ferry was down for 4 min on 2025-04-30/,
    );
    expect(reports[3]).not.toContain("on 2025-05-01");
    expect(existsSync(join(content, "incidents", "2025-05-03-a-wish.mdx"))).toBe(false);
  });

  test("all of it passes the check and builds for the public, with old addresses that lead on", async () => {
    expect(errorsIn(content)).toEqual([]);
    const { code, stderr, out } = await runBuild({ root, content }, "public");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const [old, now] of [
      ["kx8ftq2m1abc", "2025-01-02-tickets-are-slow"],
      ["7", "2025-05-01-ferry-is-down"],
    ] as const)
      expect(readFileSync(join(out, "incidents", old, "index.html"), "utf8")).toContain(`/incidents/${now}/`);
  });

  test("the same import again changes nothing, and what somebody edited is left alone", async () => {
    const before = digestsOf(content);
    for (const [from, source] of SOURCES)
      expect((await importFrom(from, join(fixtures, source))).code).toBe(0);
    expect(digestsOf(content)).toEqual(before);
    const path = join(content, "incidents/2024-02-03-ferry.mdx");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("Ferry late", "Ferry very late"));
    expect((await importFrom("cstate", join(fixtures, "cstate"))).said).toContain(
      "left alone: somebody edited it",
    );
    expect(readFileSync(path, "utf8")).toContain("Ferry very late");
    writeFileSync(path, text);
  });
});

test("a trial run writes nothing, and a source that is not there is said", async () => {
  const empty = join(root, "empty");
  const trial = await importFrom("cstate", join(fixtures, "cstate"), { out: empty, dryRun: true });
  expect([trial.code, existsSync(empty)]).toEqual([0, false]);
  expect(trial.said).toContain("nothing was written: --dry-run");
  expect((await importFrom("upptime", join(fixtures, "nowhere"), { out: empty })).code).toBe(2);
  expect((await importFrom("statuspage", join(fixtures, "cstate"), { out: empty })).code).toBe(1);
});

function read(path: string): string {
  return readFileSync(join(content, path), "utf8");
}

function importFrom(from: HistoryFlags["from"], source: string, more: Partial<HistoryFlags> = {}) {
  return importInto(content, from, source, more);
}
