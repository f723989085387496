import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileSite } from "../../src/adapters/render/compile-site.ts";
import { drawPages } from "../../src/adapters/render/draw-pages.ts";
import { addressOf, fileOfPage, mediaName } from "../../src/core/addresses.ts";
import { projectedAssets } from "../../src/core/audience/projected-assets.ts";
import type { Asset } from "../../src/core/knowledge-base/knowledge-base.ts";
import { stubEntry } from "../../src/core/status/stub-entry.ts";
import { type IncidentView, incidentView } from "../../src/core/views/incident-view.ts";
import { siteView } from "../../src/core/views/site-view.ts";
import type { ViewContext } from "../../src/core/views/view-context.ts";
import { copyMedia } from "../../src/loader/copy-media.ts";
import { lastView } from "../../src/loader/last-view.ts";
import { cacheFolderOf } from "../../src/loader/read-content.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import type { CommandContext } from "../command.ts";
import type { PreparedStatus } from "./prepare-status.ts";

/** Draws the pages of changed incidents as the full build draws them, into a site's folder; returns the files. */
export async function drawIncidents(
  context: CommandContext<unknown>,
  audience: string,
  status: PreparedStatus,
  folder: string,
): Promise<string[]> {
  const { changed } = status;
  if (changed.length === 0) return [];
  const cacheFolder = cacheFolderOf(context.contentDir);
  const home = join(cacheFolder, "audiences", audience, "status");
  const out = join(home, "html");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const views = withSettled(status);
  const pages = changed.map((entry) => {
    const path = addressOf("incident", entry.id);
    const view = incidentView(views, entry);
    // Which others are like it takes all of them to say: until the next full build it stays as it was said.
    const last = lastView(join(cacheFolder, "audiences", audience, "facts"), path) as
      | IncidentView
      | undefined;
    const related = status.settled.length === 0 ? view.related : (last?.related ?? []);
    return { path, template: "incident", title: entry.data.title, view: { ...view, related } };
  });
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
  const shown = projectedAssets(status.projection.root, status.projection.assets, changed);
  const media = shown.filter((asset) => !existsSync(join(folder, mediaPath(asset))));
  copyMedia(context.contentDir, media, join(folder, "media"));
  const files = drawn.map(({ path, file }) => {
    const target = fileOfPage(path);
    mkdirSync(dirname(join(folder, target)), { recursive: true });
    rmSync(join(folder, target), { force: true });
    writeFileSync(join(folder, target), readFileSync(join(out, file)));
    return target;
  });
  return [...files, ...media.map(mediaPath)];
}

function mediaPath(asset: Asset): string {
  return `media/${mediaName(asset)}`;
}

/** The projection with the names of incidents that are only remembered, so that links to them lead somewhere. */
function withSettled({ views, projection, settled }: PreparedStatus): ViewContext {
  const { look, root } = projection;
  const named = settled.map(({ id, path, title, aliases }) =>
    stubEntry({ kind: "incident", id: id!, file: `${root}/${path}`, title: title!, aliases: aliases ?? [] }),
  );
  const incident = new Map([...look.incident, ...named.map((entry) => [entry.id, entry] as const)]);
  const old = settled.flatMap(({ id, aliases }) => (aliases ?? []).map((alias) => [alias, id!] as const));
  const alias = { ...look.alias, incident: new Map([...look.alias.incident, ...old]) };
  return { ...views, projection: { ...projection, look: { ...look, incident, alias } } };
}
