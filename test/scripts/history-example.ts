import { resolve } from "node:path";
import type { HistoryFlags } from "../../scripts/import/history-flags.ts";
import { run } from "../../scripts/import-history.ts";
import { check } from "../../src/core/check.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { runCommand } from "../support/run-command.ts";

export const fixtures = resolve(import.meta.dirname, "../fixtures/import-history");
/** The status pages of others, by program and folder. */
export const SOURCES = [
  ["cstate", "cstate"],
  ["statuspage", "statuspage-v2"],
  ["statuspage", "statuspage-v1/incidents.json"],
  ["upptime", "upptime"],
] as const;
export const now = Date.parse("2026-04-01T08:00:00Z");

/** What the check reports as errors in a content folder. */
export function errorsIn(folder: string): string[] {
  const { knowledgeBase, diagnostics, sourceOf } = readContent(folder, cacheFolderOf(folder));
  return check(knowledgeBase, diagnostics, sourceOf, now)
    .filter(({ severity }) => severity === "error")
    .map(({ file, message }) => `${file}: ${message}`);
}

/** Runs `tidemark import-history` into a content folder. */
export function importInto(
  content: string,
  from: HistoryFlags["from"],
  source: string,
  more: Partial<HistoryFlags> = {},
) {
  const flags: HistoryFlags = { from, source, out: content, format: "console", dryRun: false, ...more };
  return runCommand(run, content, now, flags);
}
