import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../core/views/page.ts";

/** One row of the index of a facts folder. */
export interface FactsPage {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  /** Digest of its view, the key of its cache. */
  readonly view: string;
  /** Where its view stands in `views.json`: first byte and length. */
  readonly at: readonly [offset: number, length: number];
}

/** What the facts folder of one audience holds: `index.json`, and in `views.json` the view of each page. */
export interface FactsIndex {
  readonly site: unknown;
  readonly pages: readonly FactsPage[];
}

/** Writes the facts of one audience, whole or not at all; `seen` is told of each page as it goes by. */
export function writeFacts(
  folder: string,
  site: unknown,
  pages: Iterable<Page>,
  seen?: (page: Page, json: string) => void,
): FactsIndex {
  mkdirSync(folder, { recursive: true });
  const rows: FactsPage[] = [];
  // One file for all views: making thousands of small files costs more than what is in them.
  const temporary = join(folder, `views.${process.pid}.tmp`);
  const file = openSync(temporary, "w");
  let offset = 0;
  let chunk: string[] = [];
  let waiting = 0;
  const flush = (): void => {
    writeSync(file, chunk.join(""));
    chunk = [];
    waiting = 0;
  };
  try {
    for (const page of pages) {
      const json = JSON.stringify(page.view);
      const length = Buffer.byteLength(json);
      rows.push({
        path: page.path,
        template: page.template,
        title: page.title,
        view: hash("sha256", json).slice(0, 32),
        at: [offset, length],
      });
      offset += length + 1;
      chunk.push(json, "\n");
      waiting += length;
      if (waiting > 1 << 20) flush();
      seen?.(page, json);
    }
    flush();
  } finally {
    closeSync(file);
  }
  renameSync(temporary, join(folder, "views.json"));
  const index: FactsIndex = { site, pages: rows };
  const indexFile = join(folder, `index.${process.pid}.tmp`);
  writeFileSync(indexFile, JSON.stringify(index));
  renameSync(indexFile, join(folder, "index.json"));
  return index;
}
