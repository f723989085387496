import { basename, resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { PlainValue } from "../core/editor/edit.ts";
import { editSource } from "../core/editor/edit-source.ts";
import { flowText } from "../core/editor/value-text.ts";
import type { Finding } from "../core/finding.ts";
import { problemsOf, readStanding, type StandingFile, writeEntry } from "./write-entry.ts";

/** Records to add to the lists of one log. */
export interface LogAddition {
  /** Below the content folder, `changes/2026-03.yaml`. */
  readonly path: string;
  readonly lists: Readonly<Record<string, readonly PlainValue[]>>;
}

/** What came of it: the logs as they are now, or what stands against it; then nothing was written. */
export type Extending =
  | {
      readonly ok: true;
      readonly logs: readonly {
        readonly path: string;
        readonly added: number;
        readonly state: "new" | "extended";
      }[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Adds records to logs, a line each; what stands in them stays byte for byte. `dryRun` only says what it would do. */
export function extendLogs(
  contentDir: string,
  additions: readonly LogAddition[],
  dryRun: boolean,
): Extending {
  const planned = additions.map((addition) => plan(contentDir, addition));
  const problems = planned.flatMap(({ path, problems: found }) =>
    found.map(({ message }) => `${path}: ${message}`),
  );
  if (problems.length > 0) return { ok: false, problems };
  for (const { path, text, standing } of dryRun ? [] : planned) {
    const writing = writeEntry(contentDir, path, text, standing);
    if (!writing.written)
      return { ok: false, problems: [`${path} was changed by somebody else meanwhile. Please try again.`] };
  }
  return {
    ok: true,
    logs: planned.map(({ path, added, standing }) => ({ path, added, state: standing ? "extended" : "new" })),
  };
}

interface Planned {
  readonly path: string;
  readonly text: string;
  readonly added: number;
  readonly standing?: StandingFile;
  readonly problems: readonly (Finding | Diagnostic)[];
}

function plan(contentDir: string, { path, lists }: LogAddition): Planned {
  const added = Object.values(lists).reduce((sum, { length }) => sum + length, 0);
  const standing = readStanding(contentDir, path);
  if (!standing) {
    const text = newLog(lists);
    return { path, text, added, problems: problemsOf(contentDir, path, text) };
  }
  const filled = Object.entries(lists).filter(([, values]) => values.length > 0);
  const begun = filled.filter(([name]) => new RegExp(`^"?${name}"?:`, "m").test(standing.text));
  const edits = begun.map(([name, values]) => ({ do: "extend", path: [name], values }) as const);
  const edited = editSource(`${basename(resolve(contentDir))}/${path}`, standing.text, edits);
  if (!edited.ok) return { path, text: standing.text, added, standing, problems: edited.findings };
  const gap = edited.text === "" || edited.text.endsWith("\n") ? "" : "\n";
  const text = edited.text + gap + newLog(Object.fromEntries(filled.filter((list) => !begun.includes(list))));
  return { path, text, added, standing, problems: problemsOf(contentDir, path, text) };
}

function newLog(lists: LogAddition["lists"]): string {
  return Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}:\n${values.map((value) => `  - ${flowText(value)}\n`).join("")}`)
    .join("");
}
