import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../../src/core/check.ts";
import type { Diagnostic } from "../../../src/core/diagnostic.ts";
import { reportConsole } from "../../../src/core/reports/console.ts";
import { CODES } from "../../../src/core/rules/codes/index.ts";
import { epochOf } from "../../../src/core/time.ts";
import { readContent } from "../../../src/loader/read-content.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const temporary = mkdtempSync(join(tmpdir(), "tidemark-rules-"));
const asOf = epochOf("2026-04-01T08:00:00Z");

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("the minimal content folder", () => {
  test("has no problem, so that each fixture shows its own alone", () => {
    expect(diagnosticsOf("minimal")).toEqual([]);
  });
});

describe("each code has a fixture", () => {
  test("and each fixture a code", () => {
    expect(readdirSync(join(fixtures, "rules")).sort()).toEqual(CODES.map(({ code }) => code).sort());
  });

  test.each(CODES.map(({ code }) => code))("%s: what is found is what diagnostics.txt says", async (code) => {
    const diagnostics = diagnosticsOf(code);
    await expect(shown(diagnostics)).toMatchFileSnapshot(join(fixtures, "rules", code, "diagnostics.txt"));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(diagnostics.every(({ file }) => file.startsWith("content/"))).toBe(true);
  });
});

/** The minimal folder with a fixture's files over it, checked. */
function diagnosticsOf(code: string): Diagnostic[] {
  const folder = join(temporary, code, "content");
  cpSync(join(fixtures, "minimal"), folder, { recursive: true });
  const overlay = join(fixtures, "rules", code);
  if (code !== "minimal") lay(overlay, folder);
  const content = readContent(folder, join(temporary, code, "cache"));
  return check(content.knowledgeBase, content.diagnostics, content.sourceOf, asOf);
}

/** `delete.txt` lists files to take away, `repeat.json` files that are too long to keep. */
function lay(overlay: string, folder: string): void {
  const special = ["diagnostics.txt", "delete.txt", "repeat.json"].map((name) => join(overlay, name));
  cpSync(overlay, folder, { recursive: true, filter: (path) => !special.includes(path) });
  const [, removed, repeated] = special as [string, string, string];
  if (existsSync(removed))
    for (const path of readFileSync(removed, "utf8").split("\n").filter(Boolean)) rmSync(join(folder, path));
  if (!existsSync(repeated)) return;
  const files = JSON.parse(readFileSync(repeated, "utf8")) as Record<
    string,
    { before?: string; text: string; times: number }
  >;
  for (const [path, { before = "", text, times }] of Object.entries(files))
    writeFileSync(join(folder, path), before + text.repeat(times));
}

/** The console report without its closing line. */
function shown(diagnostics: readonly Diagnostic[]): string {
  const report = reportConsole(diagnostics, { files: 0, milliseconds: 0, color: false, quiet: false });
  return report.replace(/\n[^\n]*\n$/, "");
}
