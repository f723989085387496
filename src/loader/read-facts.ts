import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../core/views/page.ts";
import type { FactsIndex } from "./write-facts.ts";

/** The pages of a facts folder as they were written, one after the other, each read when it is its turn. */
export function* readFacts(folder: string, { pages }: FactsIndex): Generator<Page> {
  const views = openSync(join(folder, "views.json"), "r");
  try {
    for (const { path, template, title, at } of pages) {
      const bytes = Buffer.allocUnsafe(at[1]);
      readSync(views, bytes, 0, at[1], at[0]);
      yield { path, template, title, view: JSON.parse(bytes.toString("utf8")) };
    }
  } finally {
    closeSync(views);
  }
}
