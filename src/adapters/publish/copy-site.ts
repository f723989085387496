import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFiles } from "./output-files.ts";

/** Puts a standing site into a staging folder, by links where the file system has them; `false` where none stands. */
export function copySite(standing: string, folder: string): boolean {
  if (!existsSync(standing)) return false;
  const made = new Set<string>();
  for (const path of outputFiles(standing)) {
    const target = join(folder, path);
    const home = dirname(target);
    if (!made.has(home)) mkdirSync(home, { recursive: true });
    made.add(home);
    try {
      linkSync(join(standing, path), target);
    } catch {
      copyFileSync(join(standing, path), target);
    }
  }
  return true;
}

/** Takes files out of a staging folder: what is written there next must not go through a link into the standing site. */
export function dropFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(folder, path), { force: true });
}
