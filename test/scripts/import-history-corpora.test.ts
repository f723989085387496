import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HistoryFlags } from "../../scripts/import/history-flags.ts";
import { run } from "../../scripts/import-history.ts";
import { digestsOf } from "../support/content-folder.ts";
import { corpusFolder } from "../support/corpora.ts";
import { runCommand } from "../support/run-command.ts";
import { errorsIn, fixtures, now, SOURCES } from "./history-example.ts";

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

describe.each([
  ["cstate", "packit-status", 107],
  ["cstate", "cstate-examplesite", 8],
  ["upptime", "upptime-4hse", 0],
] as const)("the corpus %s of %s", (from, name, atLeast) => {
  const folder = corpusFolder(name);
  test.skipIf(!folder)("is imported, passes the check, and does not change at the second time", async () => {
    const out = join(root, name, "content");
    const { code, said } = await importFrom(from, folder!, { out });
    expect(code).toBe(0);
    expect(Number(/documents: (\d+) new/.exec(said)?.[1] ?? 0)).toBeGreaterThanOrEqual(atLeast);
    expect(errorsIn(out)).toEqual([]);
    const before = digestsOf(out);
    await importFrom(from, folder!, { out });
    expect(digestsOf(out)).toEqual(before);
    if (name !== "packit-status") return;
    expect(said).toMatch(/2024-08-13-github-outage\.md:3 problems, impossible-date/);
    expect(said).toMatch(/2023-09-05-copr-outage\.md:7 problems, reversed-dates/);
  });
});

function importFrom(from: HistoryFlags["from"], source: string, more: Partial<HistoryFlags> = {}) {
  const flags: HistoryFlags = { from, source, out: content, format: "console", dryRun: false, ...more };
  return runCommand(run, content, now, flags);
}
