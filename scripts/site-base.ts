import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The base path that a built site's own pages use, read from the first address of its style sheet: `/` or `/kb/`. */
export function siteBase(folder: string): string {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const asset = /(?:href|src)="(\/(?:[^"/]+\/)*)_astro\/[^"]+"/.exec(page);
  return asset?.[1] ?? "/";
}
