import { hash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import { locate } from "../core/locate.ts";
import { parseDocument } from "../core/parse/parse-document.ts";
import { kindOfPath } from "./kind-of-path.ts";
import { readSource } from "./read-source.ts";
import { underWritingLock } from "./writing-lock.ts";

/** A file of the content folder as it was read, to be edited and written back. */
export interface StandingFile {
  /** Its text as it is, byte-order mark and line ends too. */
  readonly text: string;
  /** Names exactly these bytes. */
  readonly digest: string;
}

/** What came of writing a file. */
export type Writing =
  | { readonly written: true }
  /** Somebody else changed it, made it or took it away since it was read. */
  | { readonly written: false; readonly because: "changed" | "exists" }
  | { readonly written: false; readonly because: "invalid"; readonly diagnostics: readonly Diagnostic[] };

/** Reads a file for editing; `undefined` when it is no regular file or no UTF-8. */
export function readStanding(contentFolder: string, path: string): StandingFile | undefined {
  const full = join(contentFolder, path);
  if (!lstatSync(full, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readFileSync(full);
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      digest: hash("sha256", bytes),
    };
  } catch {
    return undefined;
  }
}

/**
 * Writes a file of the content folder whole or not at all: only a valid one, and only over the bytes that were read
 * (`standing`), or where nothing stands. Between that comparison and the writing no other command of ours comes in.
 */
export function writeEntry(
  contentFolder: string,
  path: string,
  text: string,
  standing?: StandingFile,
): Writing {
  const diagnostics = problemsOf(contentFolder, path, text).filter(({ severity }) => severity === "error");
  if (diagnostics.length > 0) return { written: false, because: "invalid", diagnostics };
  return underWritingLock(contentFolder, () => putInPlace(contentFolder, path, text, standing));
}

function putInPlace(
  contentFolder: string,
  path: string,
  text: string,
  standing: StandingFile | undefined,
): Writing {
  const target = join(contentFolder, path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeThrough(temporary, text);
    if (!standing)
      return linkAnew(temporary, target) ? { written: true } : { written: false, because: "exists" };
    if (readStanding(contentFolder, path)?.digest !== standing.digest)
      return { written: false, because: "changed" };
    chmodSync(temporary, lstatSync(target).mode & 0o7777);
    renameSync(temporary, target);
    return { written: true };
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Everything that is wrong with a text as the file at a path, the links to others left aside. */
export function problemsOf(contentFolder: string, path: string, text: string): Diagnostic[] {
  const file = `${basename(resolve(contentFolder))}/${path}`;
  const placed = kindOfPath(path);
  if (placed.kind === "unknown") return locate([{ ...placed.finding, spot: { file } }], () => undefined);
  if (placed.kind === "asset") throw new Error(`Unexpected path ${path}, expected a document`);
  const reading = readSource(placed.of, placed.id, file, Buffer.from(text));
  if (!("source" in reading)) return locate([reading.finding], () => undefined);
  return locate(parseDocument(reading.source).findings, () => reading.source);
}

/** Bytes that are on the disk before the name is. */
function writeThrough(path: string, text: string): void {
  const file = openSync(path, "wx", 0o666);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a file its name unless something has that name; a link refuses in one step what a rename would overwrite. */
function linkAnew(temporary: string, target: string): boolean {
  try {
    linkSync(temporary, target);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EXDEV") throw error;
    // A file system without links: a look before the rename is the next best.
    if (lstatSync(target, { throwIfNoEntry: false })) return false;
    renameSync(temporary, target);
    return true;
  }
}
