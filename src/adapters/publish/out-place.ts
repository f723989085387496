import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { PublishRefused } from "./publish-refused.ts";

/**
 * The names that belong to one `--out`: a symbolic link `dist/public`, site folders `dist/.public-7` beside it, a
 * marker `dist/.public-7.tidemark` for each (beside the folder, so that it is no part of the site), and the lock.
 */
export interface OutPlace {
  readonly out: string;
  readonly parent: string;
  readonly name: string;
  readonly lock: string;
}

/** The place of an `--out`, as absolute paths. */
export function outPlace(out: string): OutPlace {
  const path = resolve(out);
  const name = basename(path);
  if (name === "")
    throw new PublishRefused(
      "out-not-ours",
      `${out} is the root of the file system, expected a name for the site.`,
    );
  const parent = dirname(path);
  return { out: path, parent, name, lock: join(parent, `.${name}.lock`) };
}

/** The site folder of a number. */
export function siteFolder(place: OutPlace, number: number): string {
  return join(place.parent, siteName(place, number));
}

/** The file beside a site folder that says it is ours to remove. */
export function siteMarker(place: OutPlace, number: number): string {
  return `${siteFolder(place, number)}.tidemark`;
}

/** The new link, before it is renamed over the old one. */
export function siteLink(place: OutPlace, number: number): string {
  return `${siteFolder(place, number)}.link`;
}

/** What a new link points to: a name without a path, so that the whole parent folder can be moved. */
export function siteName(place: OutPlace, number: number): string {
  return `.${place.name}-${number}`;
}

/** The number of the site that the link shows; `undefined` without a link. Refuses whatever is not ours. */
export function currentNumber(place: OutPlace): number | undefined {
  const found = lstatSync(place.out, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isSymbolicLink()) {
    const what = found.isDirectory() ? "a folder" : "a file";
    throw refused(place, `${what} that Tidemark did not make`);
  }
  const target = readlinkSync(place.out);
  const number = numberIn(place, target, "");
  if (number === undefined) throw refused(place, `a link to ${target}, which Tidemark did not make`);
  const names = namesBeside(place);
  if (names.includes(target) && !names.includes(`${target}.tidemark`))
    throw refused(
      place,
      `a link to ${target}, which has no ${target}.tidemark beside it and so is not known to be ours`,
    );
  return number;
}

/** Numbers of the names beside the link that end in a suffix: `""` folders, `.tidemark` markers, `.link` links. */
export function numbersBeside(place: OutPlace, suffix: "" | ".tidemark" | ".link"): number[] {
  return namesBeside(place)
    .map((name) => numberIn(place, name, suffix))
    .filter((number) => number !== undefined)
    .sort((a, b) => a - b);
}

function namesBeside(place: OutPlace): string[] {
  try {
    return readdirSync(place.parent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function numberIn(place: OutPlace, name: string, suffix: string): number | undefined {
  const start = `.${place.name}-`;
  if (!name.startsWith(start) || !name.endsWith(suffix)) return undefined;
  const digits = name.slice(start.length, name.length - suffix.length);
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : undefined;
}

function refused(place: OutPlace, what: string): PublishRefused {
  return new PublishRefused(
    "out-not-ours",
    `${place.out} is ${what}; nothing was touched. Move it away, or choose another --out.`,
  );
}
