import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { WrittenState } from "../../src/importers/markdown/import-report.ts";

/** A file that an import wants to stand in the content folder. */
export interface WantedFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** Whether what stands there is an import's own and may be replaced. */
  readonly replaceable: boolean;
  /** Whether what stands there was an import's own before somebody edited it. */
  readonly edited: boolean;
}

/** What writing a file would do to what stands there. */
export function stateOf(folder: string, wanted: WantedFile): WrittenState {
  const standing = lstatSync(join(folder, wanted.path), { throwIfNoEntry: false });
  if (!standing) return "new";
  if (!standing.isFile()) return "in-the-way";
  if (readFileSync(join(folder, wanted.path)).equals(wanted.bytes)) return "unchanged";
  return wanted.replaceable ? "updated" : wanted.edited ? "edited" : "in-the-way";
}

/** Writes a file whole or not at all. */
export function writeWhole(folder: string, { path, bytes }: WantedFile): void {
  const target = join(folder, path);
  const temporary = join(dirname(target), `.import-${process.pid}.tmp`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(temporary, bytes, { flag: "wx" });
  renameSync(temporary, target);
}
