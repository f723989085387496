import { fileOfPage } from "../../core/addresses.ts";
import { gatherStatus } from "../../core/views/status/gather-status.ts";
import { statusPages } from "../../core/views/status/status-pages.ts";
import type { ViewContext } from "../../core/views/view-context.ts";
import { documents } from "./documents.ts";

/** One file of the status site. */
export interface StatusFile {
  /** Path within the site's folder, `status/index.html`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Everything of the status site, pages and what other programs read, drawn without Astro: the fast lane writes these files. */
export function statusSite(context: ViewContext): StatusFile[] {
  const facts = gatherStatus(context);
  const pages = [...statusPages(context, facts)].map(
    ({ path, template, view }): StatusFile => ({
      path: fileOfPage(path),
      content: documents[template]!(view as never),
    }),
  );
  return [...pages, ...statusFiles(context, facts)];
}

/** The files besides the pages. */
export function statusFiles(_context: ViewContext, _facts = gatherStatus(_context)): StatusFile[] {
  return [];
}
