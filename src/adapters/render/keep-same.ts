import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Removes from a folder every file that is not, by a link, the very file that is wanted there, and every folder that this
 * leaves empty; folders at its top that are named `apart` are passed by. Returns the files that stay.
 */
export function keepSame(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  apart: readonly string[],
): ReadonlySet<string> {
  const kept = new Set<string>();
  const walk = (under: string): boolean => {
    let empty = true;
    for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (under === "" && apart.includes(entry.name)) empty = false;
      else if (entry.isDirectory()) {
        if (walk(path)) rmdirSync(join(folder, path));
        else empty = false;
      } else if (isSame(join(folder, path), wanted.get(path))) {
        kept.add(path);
        empty = false;
      } else rmSync(join(folder, path));
    }
    return empty;
  };
  walk("");
  return kept;
}

function isSame(path: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [here, there] = [statSync(path), statSync(other, { throwIfNoEntry: false })];
  return there !== undefined && here.ino === there.ino && here.dev === there.dev;
}
