import { closeSync, openSync, readFileSync, readSync } from "node:fs";
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
  readonly pages: readonly {
    readonly path: string;
    readonly template: string;
    readonly title: string;
    readonly at: readonly [offset: number, length: number];
  }[];
}

/** What every page shows around its own content. */
export function siteFacts(): SiteView {
  return open().site;
}

/** The facts of the page at an address within the site; its view is read now and not kept. */
export function pageFacts(path: string): FactsOfPage | undefined {
  const row = open().rows.get(path);
  return row && { ...row, view: readView(row.at) };
}

/** Lets go of the facts, so that the next page is drawn from what the folder holds then. */
export function forgetFacts(): void {
  if (opened) closeSync(opened.views);
  opened = undefined;
}

let opened: { site: SiteView; rows: Map<string, Index["pages"][number]>; views: number } | undefined;

/** The index of the facts folder, read once a process. */
function open(): NonNullable<typeof opened> {
  if (!opened) {
    const index = JSON.parse(readFileSync(join(folder(), "index.json"), "utf8")) as Index;
    opened = {
      site: index.site,
      rows: new Map(index.pages.map((row) => [row.path, row])),
      views: openSync(join(folder(), "views.json"), "r"),
    };
  }
  return opened;
}

/** The view that stands at a place of the one file of views. */
function readView([offset, length]: readonly [number, number]): unknown {
  const bytes = Buffer.allocUnsafe(length);
  readSync(open().views, bytes, 0, length, offset);
  return JSON.parse(bytes.toString("utf8"));
}

function folder(): string {
  const folder = process.env.TIDEMARK_FACTS;
  if (!folder)
    throw new Error("Unexpected drawing without TIDEMARK_FACTS, expected the path of a facts folder");
  return folder;
}
