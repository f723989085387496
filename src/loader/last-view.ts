import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { FactsIndex } from "./write-facts.ts";

/** The view of a page as the last full build drew it; `undefined` where there is none. */
export function lastView(factsFolder: string, path: string): unknown {
  try {
    const index = JSON.parse(readFileSync(join(factsFolder, "index.json"), "utf8")) as FactsIndex;
    const page = index.pages.find((each) => each.path === path);
    if (!page) return undefined;
    const [offset, length] = page.at;
    const bytes = Buffer.alloc(length);
    const file = openSync(join(factsFolder, "views.json"), "r");
    try {
      readSync(file, bytes, 0, length, offset);
    } finally {
      closeSync(file);
    }
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
