import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SiteFile } from "../../core/views/site-file.ts";

/** Writes the files of a site that are no pages, and returns their names; `seen` is told of each as it goes by. */
export function writeSiteFiles(
  folder: string,
  files: Iterable<SiteFile>,
  seen?: (text: string) => void,
): string[] {
  const names: string[] = [];
  for (const { path, text } of files) {
    const name = path.replace(/^\//, "");
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    names.push(name);
    seen?.(text);
  }
  return names;
}
