import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { StatusEntry } from "../core/status/sound-part.ts";

/** The entries from which the status was last made, by file; none where the file cannot be read. */
export function readLastGood(path: string, version: string): ReadonlyMap<string, string> {
  try {
    const [head, ...lines] = readFileSync(path, "utf8").split("\n");
    if (head !== version) return new Map();
    return new Map(
      lines.flatMap((line) => {
        const tab = line.indexOf("\t");
        return tab === -1 ? [] : [[line.slice(0, tab), line.slice(tab + 1)] as const];
      }),
    );
  } catch {
    return new Map();
  }
}

/** The lines of entries, as they are remembered: cheap to compare, and parsed only when one is needed. */
export function linesOf(entries: readonly StatusEntry[]): Map<string, string> {
  return new Map(entries.map((entry) => [entry.file, JSON.stringify(entry)]));
}

/** Remembers entries as good, in one rename. */
export function writeLastGood(path: string, version: string, lines: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, [version, ...[...lines].map(([file, line]) => `${file}\t${line}`)].join("\n"));
  renameSync(temporary, path);
}
