import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Copies the kept index of a digest to a folder that does not exist yet; `false` when none is kept. */
export function copyIndex(cache: string, digest: string, target: string): boolean {
  const kept = join(cache, digest);
  if (!existsSync(kept)) return false;
  cpSync(kept, target, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return true;
}

/** Keeps an index under its digest, whole or not at all, and forgets all others. */
export function keepIndex(cache: string, digest: string, from: string): void {
  mkdirSync(cache, { recursive: true });
  const aside = join(cache, `${process.pid}.new`);
  rmSync(aside, { recursive: true, force: true });
  cpSync(from, aside, { recursive: true, mode: constants.COPYFILE_FICLONE });
  for (const name of readdirSync(cache))
    if (name !== `${process.pid}.new`) rmSync(join(cache, name), { recursive: true, force: true });
  renameSync(aside, join(cache, digest));
}
