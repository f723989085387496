import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Asset, Entry } from "../core/knowledge-base/knowledge-base.ts";
import type { Kind } from "../core/schemas/kinds.ts";
import type { StatusIncident } from "../core/views/status/status-facts.ts";
import type { FileStat } from "./file-stats.ts";

/** A file of the content folder as the fast lane knows it: enough to make the status without reading it again. */
export interface KnownFile {
  readonly path: string;
  readonly stat: FileStat;
  /** When it was read, by the clock that the file system goes by. */
  readonly readAt: number;
  readonly digest: string;
  readonly kind?: Kind | "asset";
  readonly id?: string;
  readonly title?: string;
  readonly aliases?: readonly string[];
  /** Has an error, is read again each time, and what follows is how it last was without one. */
  readonly unsound?: true;
  /** What takes part in making the status; the bodies of postmortems and runbooks are left out. */
  readonly entry?: Entry;
  readonly asset?: Asset;
  /** Of an incident that time cannot change any more: what customers are told of it. */
  readonly settled?: StatusIncident;
  /** Digest of what its page was drawn from. */
  readonly drawn?: string;
}

/** A page of the site that stands, which need not be written again while nothing of it changes. */
export interface KnownPage {
  readonly key: string;
  readonly stat: readonly number[];
}

/** What the fast lane remembers of its last run: safe to delete, good for one version of the program alone. */
export interface StatusMemory {
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly pages: ReadonlyMap<string, KnownPage>;
  /** The present of the last run. */
  readonly now: number;
  /** Lines that later ones replaced. */
  readonly stale: number;
}

/** What a run learnt. */
export interface Learnt {
  readonly now: number;
  readonly files: readonly KnownFile[];
  readonly gone: readonly string[];
  readonly pages: ReadonlyMap<string, KnownPage>;
}

type Line =
  | { readonly version: string }
  | { readonly file: KnownFile }
  | { readonly gone: string }
  | { readonly now: number; readonly pages: readonly [string, KnownPage][] };

/** Reads a memory; `undefined` where there is none, or where another version wrote it. */
export function readStatusMemory(path: string, version: string): StatusMemory | undefined {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    if ((JSON.parse(lines[0]!) as { version: string }).version !== version) return undefined;
    // A run that was killed may have torn off the last line: what is whole counts, and is written anew.
    const torn = lines.pop() !== "";
    const files = new Map<string, KnownFile>();
    let pages = new Map<string, KnownPage>();
    let now = Number.POSITIVE_INFINITY;
    for (const text of lines.slice(1)) {
      const line = JSON.parse(text) as Line;
      if ("file" in line) files.set(line.file.path, line.file);
      else if ("gone" in line) files.delete(line.gone);
      else if ("pages" in line) {
        now = line.now;
        pages = new Map(line.pages);
      }
    }
    return { files, pages, now, stale: torn ? Number.POSITIVE_INFINITY : lines.length - files.size };
  } catch {
    return undefined;
  }
}

/**
 * Adds what a run learnt at the end of a memory, or writes it anew where there was none or too much in it is stale. A memory
 * that cannot be written only costs time.
 */
export function remember(
  path: string,
  version: string,
  before: StatusMemory | undefined,
  learnt: Learnt,
): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const last: Line = { now: learnt.now, pages: [...learnt.pages] };
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (before && before.stale < 1_000 + before.files.size / 2) {
      const gone = learnt.gone.map((each): Line => ({ gone: each }));
      appendFileSync(path, textOf([...fileLines(learnt.files), ...gone, last]));
      return;
    }
    const files = new Map(before?.files);
    for (const file of learnt.files) files.set(file.path, file);
    for (const gone of learnt.gone) files.delete(gone);
    writeFileSync(temporary, textOf([{ version }, ...fileLines(files.values()), last]));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function fileLines(files: Iterable<KnownFile>): Line[] {
  return [...files].map((file) => ({ file }));
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
