import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One drawn page of a built site. */
export interface SitePage {
  /** Address after the site's base path. */
  readonly path: string;
  readonly template: string;
  readonly html: string;
}

/** Every page of a built site's folder that shows something itself, in the order of their addresses. */
export function sitePages(folder: string): SitePage[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  return names.sort().flatMap((name) => {
    const html = readFileSync(join(folder, name), "utf8");
    const template = /<body data-template="([a-z-]+)"/.exec(html)?.[1];
    if (template === undefined || template === "redirect") return [];
    return [{ path: name.replaceAll("\\", "/").replace(/index\.html$/, ""), template, html }];
  });
}

/** Of each template the page that shows most. */
export function fullestPages(pages: readonly SitePage[]): SitePage[] {
  const fullest = new Map<string, SitePage>();
  for (const page of pages)
    if (page.html.length > (fullest.get(page.template)?.html.length ?? 0)) fullest.set(page.template, page);
  return [...fullest.values()];
}
