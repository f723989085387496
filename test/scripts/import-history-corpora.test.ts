import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestsOf } from "../support/content-folder.ts";
import { corpusFolder } from "../support/corpora.ts";
import { errorsIn, importInto } from "./history-example.ts";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "tidemark-history-"));
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
    const { code, said } = await importInto(out, from, folder!);
    expect(code).toBe(0);
    expect(Number(/documents: (\d+) new/.exec(said)?.[1] ?? 0)).toBeGreaterThanOrEqual(atLeast);
    expect(errorsIn(out)).toEqual([]);
    const before = digestsOf(out);
    await importInto(out, from, folder!);
    expect(digestsOf(out)).toEqual(before);
    if (name !== "packit-status") return;
    expect(said).toMatch(/2024-08-13-github-outage\.md:3 problems, impossible-date/);
    expect(said).toMatch(/2023-09-05-copr-outage\.md:7 problems, reversed-dates/);
  });
});
