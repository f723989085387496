// The content folder made like what a branch holds, for commands that decide on the branch and not on the working copy.
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { underWritingLock } from "./writing-lock.ts";

/** What has to change in a folder so that it holds what a branch does. */
export interface FolderDifference {
  /** Paths whose bytes differ or are missing here, with the names of their blobs. */
  readonly wanted: readonly { readonly path: string; readonly blob: string }[];
  /** Paths that stand here alone. */
  readonly surplus: readonly string[];
  /** The names of the blobs that stand here, of the paths above. */
  readonly standing: ReadonlyMap<string, string>;
}

/** Compares a folder with the blobs of a branch, by git's names for bytes. */
export function compareFolder(folder: string, blobs: ReadonlyMap<string, string>): FolderDifference {
  const standing = new Map<string, string>();
  for (const path of filesOf(folder)) {
    const blob = blobOf(readFileSync(join(folder, path)));
    if (blobs.get(path) !== blob) standing.set(path, blob);
  }
  const present = (path: string) =>
    lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
  return {
    wanted: [...blobs]
      .filter(([path]) => standing.has(path) || !present(path))
      .map(([path, blob]) => ({ path, blob })),
    surplus: [...standing.keys()].filter((path) => !blobs.has(path)),
    standing,
  };
}

/** Puts files of a branch into a folder and takes away what the branch does not have, while nobody else writes there. */
export function matchFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  surplus: readonly string[],
): void {
  underWritingLock(folder, () => {
    for (const [path, bytes] of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      const temporary = `${target}.${process.pid}.tmp`;
      writeFileSync(temporary, bytes);
      renameSync(temporary, target);
    }
    for (const path of surplus) rmSync(join(folder, path), { force: true });
  });
}

/** Git's name for a file's bytes. */
export function blobOf(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1));
}
