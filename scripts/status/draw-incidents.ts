import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileSite } from "../../src/adapters/render/compile-site.ts";
import { drawPages } from "../../src/adapters/render/draw-pages.ts";
import { addressOf, fileOfPage } from "../../src/core/addresses.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { incidentView } from "../../src/core/views/incident-view.ts";
import { siteView } from "../../src/core/views/site-view.ts";
import type { ViewContext } from "../../src/core/views/view-context.ts";
import { cacheFolderOf } from "../../src/loader/read-content.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import type { CommandContext } from "../command.ts";

/** Draws the pages of incidents as the full build draws them, into a site's folder; returns their files. */
export async function drawIncidents(
  context: CommandContext<unknown>,
  audience: string,
  views: ViewContext,
  incidents: readonly Entry<"incident">[],
  folder: string,
): Promise<string[]> {
  if (incidents.length === 0) return [];
  const cacheFolder = cacheFolderOf(context.contentDir);
  const home = join(cacheFolder, "audiences", audience, "status");
  const out = join(home, "html");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const pages = incidents.map((entry) => ({
    path: addressOf("incident", entry.id),
    template: "incident",
    title: entry.data.title,
    view: incidentView(views, entry),
  }));
  writeFacts(join(home, "facts"), siteView(views), pages);
  const { projectDir, nodePath } = context.environment;
  const { base } = views;
  const site = await compileSite({ projectDir, nodePath, cacheFolder, base, signal: context.signal });
  const drawn = pages.map(({ path }, index) => ({ path, file: `${index}.html` }));
  await drawPages({
    nodePath,
    site,
    facts: join(home, "facts"),
    out,
    base,
    pages: drawn,
    signal: context.signal,
  });
  return drawn.map(({ path, file }) => {
    const target = fileOfPage(path);
    mkdirSync(dirname(join(folder, target)), { recursive: true });
    rmSync(join(folder, target), { force: true });
    writeFileSync(join(folder, target), readFileSync(join(out, file)));
    return target;
  });
}
