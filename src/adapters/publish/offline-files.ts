import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cssLinks } from "./css-links.ts";
import { pageFile } from "./page-gate.ts";
import { resolveLink } from "./resolve-link.ts";

/** A page and what it needs to be shown, as files of the built site. */
export interface OfflinePage {
  readonly path: string;
  readonly file: string;
  /** Styles, scripts, fonts and drawings of the frame, which pages share. */
  readonly frame: readonly string[];
  readonly pictures: readonly string[];
}

/** Follows the addresses of pages, styles and scripts to every file that showing them takes. */
export class OfflineFiles {
  readonly #folder: string;
  readonly #base: string;
  readonly #needs = new Map<string, readonly string[]>();

  constructor(folder: string, base: string) {
    this.#folder = folder;
    this.#base = base;
  }

  page(path: string): OfflinePage {
    const file = pageFile(path);
    const all = [...this.#closure(file)].filter((each) => each !== file).sort();
    const isPicture = (each: string) => each.startsWith("media/");
    return {
      path,
      file,
      frame: all.filter((each) => !isPicture(each)),
      pictures: all.filter(isPicture),
    };
  }

  #closure(file: string, found = new Set<string>()): Set<string> {
    if (found.has(file)) return found;
    found.add(file);
    for (const next of this.#needsOf(file)) this.#closure(next, found);
    return found;
  }

  /** What a file asks for while it is shown; a link to another page is not that. */
  #needsOf(file: string): readonly string[] {
    const known = this.#needs.get(file);
    if (known) return known;
    const needs = linksOf(file, () => readFileSync(join(this.#folder, file), "utf8")).flatMap((link) => {
      const target = resolveLink(link, file, { base: this.#base });
      return target.kind === "internal" && ASKED_FOR.test(target.path) ? [target.path] : [];
    });
    this.#needs.set(file, needs);
    return needs;
  }
}

const ASKED_FOR = /\.(?:css|js|woff2|svg|png|jpe?g|webp|avif|gif)$/;

/** Addresses of such files in the pages, which we wrote ourselves: quoted, and nothing in them is escaped. */
const SHOWN = /\s(?:src|href)="([^"]+\.(?:css|js|woff2|svg|png|jpe?g|webp|avif|gif))"/g;

function linksOf(file: string, text: () => string): readonly string[] {
  if (file.endsWith(".html")) return [...text().matchAll(SHOWN)].map(([, link]) => link!);
  if (file.endsWith(".css")) return cssLinks(text());
  if (file.endsWith(".js"))
    return [...text().matchAll(/["'`](\.{0,2}\/[^"'`\s]+\.(?:js|css))["'`]/g)].map(([, link]) => link!);
  return [];
}
