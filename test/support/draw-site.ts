import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeOfflineWorker } from "../../src/adapters/publish/write-offline-worker.ts";
import { type CompiledSite, compileSite } from "../../src/adapters/render/compile-site.ts";
import { drawPages } from "../../src/adapters/render/draw-pages.ts";
import { DrawnPages } from "../../src/adapters/render/drawn-pages.ts";
import { OFFLINE_PAGE } from "../../src/core/offline.ts";
import type { FactsIndex } from "../../src/loader/write-facts.ts";

/** Where a site is drawn, with everything that is needed again to draw more. */
export interface DrawnSite {
  readonly folder: string;
  readonly site: CompiledSite;
}

const projectDir = join(import.meta.dirname, "..", "..");

/** Draws all pages of a facts folder as a build does, without search and gates. */
export async function drawSite(
  scratch: string,
  facts: string,
  index: FactsIndex,
  base: string,
): Promise<DrawnSite> {
  const nodePath = process.execPath;
  const folder = join(scratch, "site");
  mkdirSync(folder, { recursive: true });
  const site = await compileSite({ projectDir, nodePath, cacheFolder: join(scratch, "cache"), base });
  const store = new DrawnPages(join(scratch, "drawn"), site.key);
  const pages = index.pages.map(({ path, view }) => ({ path, digest: view }));
  await drawPages({ nodePath, site, facts, out: store.folder, base, pages: store.stale(pages) });
  store.remember(pages);
  store.placeIn(folder, pages);
  site.copyClientTo(folder);
  if (index.pages.some(({ path }) => path === OFFLINE_PAGE))
    writeOfflineWorker(
      folder,
      base,
      index.pages.map(({ path }) => path),
    );
  return { folder, site };
}
