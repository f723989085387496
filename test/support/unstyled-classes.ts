import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Tells, for the pages of a built site, which of a page's classes are styled only in sheets that the page does not load. */
export function unstyledClasses(folder: string): (html: string) => string[] {
  const assets = join(folder, "_astro");
  const sheets = new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith(".css"))
      .map((name) => [name, readFileSync(join(assets, name), "utf8")] as const),
  );
  const anywhere = new Set(
    [...sheets].flatMap(([name, css]) => (name.startsWith("print.") ? [] : styledAlone(css))),
  );
  return (html) => {
    const loaded = new Set(
      [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/_astro\/([^"]+)"(?! media="print">)/g)].flatMap(
        ([, name]) => classesOf(sheets.get(name!)!),
      ),
    );
    if (loaded.size === 0) return [];
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, words]) => words!.split(/\s+/)));
    return [...used].filter((name) => anywhere.has(name) && !loaded.has(name));
  };
}

function classesOf(css: string): string[] {
  return [...css.replace(/url\([^)]*\)/g, "").matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!);
}

/** Classes that have a rule of their own, wherever they stand. */
function styledAlone(css: string): string[] {
  return [...css.matchAll(/(?<=[{},]|^)\.([a-z][\w-]*)(?=[,{:])/g)].map(([, name]) => name!);
}
