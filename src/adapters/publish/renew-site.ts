import { appendFileSync, copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { copySite } from "./copy-site.ts";
import { currentNumber, siteFolder, siteMarker } from "./out-place.ts";
import type { Staging } from "./stage.ts";

/** In what a site differs from the one before it: the site before, with these paths as they are here or gone, is this one. */
interface Changes {
  readonly before: number;
  readonly paths: readonly string[];
}

/**
 * Makes a staging folder hold what the standing site holds; `false` where none stands. Where it is known in what the
 * standing site differs from the one before it, that one is taken and brought up to date, so that ten thousand pages cost
 * as much as ten; else every file is linked.
 */
export function renewSite({ place, folder, renewed }: Staging): boolean {
  const current = currentNumber(place);
  if (current === undefined || !existsSync(place.out)) return false;
  const standing = siteFolder(place, current);
  const changes = changesOf(siteMarker(place, current));
  if (renewed === undefined || changes?.before !== renewed) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    return copySite(standing, folder);
  }
  for (const path of changes.paths) {
    const target = join(folder, path);
    rmSync(target, { force: true });
    if (existsSync(join(standing, path))) linkOrCopy(join(standing, path), target);
  }
  return true;
}

/** Notes beside a staged site that was made from the standing one in what it differs from it. */
export function noteChanges({ place, number }: Staging, paths: readonly string[]): void {
  const before = currentNumber(place);
  if (before !== undefined)
    appendFileSync(siteMarker(place, number), `${JSON.stringify({ before, paths })}\n`);
}

function changesOf(marker: string): Changes | undefined {
  try {
    const line = readFileSync(marker, "utf8").split("\n")[1] ?? "";
    return line === "" ? undefined : (JSON.parse(line) as Changes);
  } catch {
    return undefined;
  }
}

function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
