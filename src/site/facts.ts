import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteView } from "../core/views/site-view.ts";

/** One page as the facts folder lists it, with its view read. */
export interface FactsOfPage {
  readonly path: string;
  readonly template: string;
  readonly title: string;
  readonly view: unknown;
}

interface Index {
  readonly site: SiteView;
  readonly pages: readonly { readonly path: string; readonly template: string; readonly title: string; readonly view: string }[];
}

/** What every page shows around its own content. */
export function siteFacts(): SiteView {
  return open().site;
}

/** The facts of the page at an address within the site; its view is read now and not kept. */
export function pageFacts(path: string): FactsOfPage | undefined {
  const row = open().rows.get(path);
  return row && { ...row, view: JSON.parse(readFileSync(join(folder(), "views", `${row.view}.json`), "utf8")) };
}

let opened: { site: SiteView; rows: Map<string, Index["pages"][number]> } | undefined;

/** The index of the facts folder, read once a process. */
function open(): NonNullable<typeof opened> {
  if (!opened) {
    const index = JSON.parse(readFileSync(join(folder(), "index.json"), "utf8")) as Index;
    opened = { site: index.site, rows: new Map(index.pages.map((row) => [row.path, row])) };
  }
  return opened;
}

function folder(): string {
  const folder = process.env.TIDEMARK_FACTS;
  if (!folder) throw new Error("Unexpected drawing without TIDEMARK_FACTS, expected the path of a facts folder");
  return folder;
}
