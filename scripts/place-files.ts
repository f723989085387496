import { writeFiles } from "../src/adapters/publish/write-files.ts";
import { writeOfflineWorker } from "../src/adapters/publish/write-offline-worker.ts";
import { writeSiteFiles } from "../src/adapters/publish/write-site-files.ts";
import { hostFiles } from "../src/core/views/host-files.ts";
import { siteFilesOf } from "../src/core/views/site-files.ts";
import { gatherStatus } from "../src/core/views/status/gather-status.ts";
import type { ViewContext } from "../src/core/views/view-context.ts";
import type { FactsIndex } from "../src/loader/write-facts.ts";
import { listingFiles, statusFiles } from "../src/site/status/status-site.ts";

/** Templates of pages that nobody looks for. */
const UNLISTED: readonly string[] = ["redirect", "not-found", "offline", "search"];

/**
 * Writes the files of a site that are no pages: figures to take away, what other programs read of the status, the map of
 * the site for outsiders, what hosts read, the service worker. Returns their paths; `seen` is told the texts of those that nobody checks.
 */
export function placeFiles(
  folder: string,
  views: ViewContext,
  { pages }: FactsIndex,
  seen: (text: string) => unknown,
): string[] {
  const status = gatherStatus(views);
  const listed = pages.filter(({ template }) => !UNLISTED.includes(template)).map(({ path }) => path);
  return [
    ...writeSiteFiles(folder, siteFilesOf(views), seen),
    ...writeFiles(folder, [
      ...statusFiles(status),
      ...(views.projection.reader.internal ? [] : listingFiles(status, listed)),
      ...hostFiles(views),
    ]),
    ...writeOfflineWorker(
      folder,
      views.base,
      pages.map(({ path }) => path),
    ),
  ];
}
