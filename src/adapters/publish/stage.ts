import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import {
  currentNumber,
  numbersBeside,
  type OutPlace,
  siteFolder,
  siteLink,
  siteMarker,
} from "./out-place.ts";

/** A folder beside the link in which the next site is made. */
export interface Staging {
  readonly place: OutPlace;
  readonly number: number;
  /** Absolute path; its name never gets into the site. */
  readonly folder: string;
  /** The number of the site that it holds, to be brought up to date; absent when it is empty. */
  readonly renewed?: number;
}

const MARKER =
  "The folder of the same name was made by Tidemark and is removed by it. It holds one built site.\n";

/**
 * Clears what dead builds left and makes a folder for the next site. The caller holds the lock. The folder is empty, or
 * where the caller `renews` it holds the site before the shown one: then two folders take turns, and a build need touch
 * only what differs. A site of thousands of pages takes longer to lay out and to remove than to draw one of its pages.
 */
export function stageSite(place: OutPlace, renews = false): Staging {
  const current = currentNumber(place);
  mkdirSync(place.parent, { recursive: true });
  removeLeftovers(place, current);
  const number =
    Math.max(0, current ?? 0, ...numbersBeside(place, ""), ...numbersBeside(place, ".tidemark")) + 1;
  writeFileSync(siteMarker(place, number), MARKER);
  const folder = siteFolder(place, number);
  const before = renews ? previousNumber(place, current) : undefined;
  if (before === undefined || !existsSync(siteFolder(place, before))) {
    mkdirSync(folder);
    return { place, number, folder };
  }
  renameSync(siteFolder(place, before), folder);
  rmSync(siteMarker(place, before));
  return { place, number, folder, renewed: before };
}

/** Makes a finished folder the content of the staging folder: by rename, or by copy from another file system. */
export function adoptFolder(staging: Staging, from: string): void {
  try {
    renameSync(from, staging.folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    cpSync(from, staging.folder, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

/** Removes a staging folder whose site will not be published. */
export function abandonStaging(staging: Staging): void {
  removeSite(staging.place, staging.number);
}

/** Removes every folder of ours but the published one and the one before it. */
export function removeLeftovers(place: OutPlace, current: number | undefined): void {
  const previous = previousNumber(place, current);
  for (const number of numbersBeside(place, ".tidemark")) {
    if (lstatSync(siteLink(place, number), { throwIfNoEntry: false })?.isSymbolicLink())
      rmSync(siteLink(place, number));
    if (number !== current && number !== previous) removeSite(place, number);
  }
}

function previousNumber(place: OutPlace, current: number | undefined): number | undefined {
  return numbersBeside(place, ".tidemark")
    .filter((number) => current !== undefined && number < current)
    .at(-1);
}

/** The folder goes first: a marker without a folder is harmless, a folder without a marker would stay for ever. */
function removeSite(place: OutPlace, number: number): void {
  if (!existsSync(siteMarker(place, number))) return;
  rmSync(siteFolder(place, number), { recursive: true, force: true });
  rmSync(siteMarker(place, number), { force: true });
}
