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
}

const MARKER =
  "The folder of the same name was made by Tidemark and is removed by it. It holds one built site.\n";

/** Clears what dead builds left and makes an empty folder for the next site. The caller holds the lock. */
export function stageSite(place: OutPlace): Staging {
  const current = currentNumber(place);
  mkdirSync(place.parent, { recursive: true });
  removeLeftovers(place, current);
  const number =
    Math.max(0, current ?? 0, ...numbersBeside(place, ""), ...numbersBeside(place, ".tidemark")) + 1;
  writeFileSync(siteMarker(place, number), MARKER);
  const folder = siteFolder(place, number);
  mkdirSync(folder);
  return { place, number, folder };
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
  const ours = numbersBeside(place, ".tidemark");
  const previous = ours.filter((number) => current !== undefined && number < current).at(-1);
  for (const number of ours) {
    if (lstatSync(siteLink(place, number), { throwIfNoEntry: false })?.isSymbolicLink())
      rmSync(siteLink(place, number));
    if (number !== current && number !== previous) removeSite(place, number);
  }
}

/** The folder goes first: a marker without a folder is harmless, a folder without a marker would stay for ever. */
function removeSite(place: OutPlace, number: number): void {
  if (!existsSync(siteMarker(place, number))) return;
  rmSync(siteFolder(place, number), { recursive: true, force: true });
  rmSync(siteMarker(place, number), { force: true });
}
