import { hash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../core/views/page.ts";

/** One row of the index of a facts folder. */
export interface FactsPage {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  /** Digest of its view, the name of its file and the key of its cache. */
  readonly view: string;
}

/** What the facts folder of one audience holds: `index.json` and one file per view, named by its digest. */
export interface FactsIndex {
  readonly site: unknown;
  readonly pages: readonly FactsPage[];
}

/** Writes the facts of one audience; what stands there already is not written again, what is no longer used goes. */
export function writeFacts(folder: string, site: unknown, pages: Iterable<Page>, seen?: (page: Page, json: string) => void): FactsIndex {
  const views = join(folder, "views");
  mkdirSync(views, { recursive: true });
  const present = new Set(readdirSync(views));
  const used = new Set<string>();
  const rows: FactsPage[] = [];
  for (const page of pages) {
    const json = JSON.stringify(page.view);
    const view = hash("sha256", json).slice(0, 32);
    const name = `${view}.json`;
    if (!present.has(name) && !used.has(name)) writeWhole(join(views, name), json);
    used.add(name);
    rows.push({ path: page.path, template: page.template, title: page.title, view });
    seen?.(page, json);
  }
  for (const name of present) if (!used.has(name)) rmSync(join(views, name), { force: true });
  const index: FactsIndex = { site, pages: rows };
  writeWhole(join(folder, "index.json"), JSON.stringify(index));
  return index;
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
