import { Buffer } from "node:buffer";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { pageFacts } from "./page-facts.ts";
import { settleIndex } from "./settle-index.ts";

/** What our own search interface loads; Pagefind's interfaces and their styles are not shipped. */
const KEPT =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.[^/]+\.pagefind|(?:filter|fragment|index)\/.+)$/;

/** A page on its way into the index. */
interface IndexedPage {
  readonly url: string;
  readonly kind: string;
  readonly title: string;
  readonly html: string;
}

/**
 * Lets Pagefind index pages one after the other, which gives each its number, and writes what a reader needs. The files
 * are taken from its memory: its own `writeFiles` answers before they are on disk, so that some are still empty then.
 */
export async function writeIndex(
  pages: readonly IndexedPage[],
  language: string,
  target: string,
): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
    for (const page of pages) await addPage(index, page);
    const made = await index.getFiles();
    if (made.errors.length > 0) throw new Error(`Pagefind made no files: ${made.errors.join("; ")}`);
    for (const file of made.files) if (KEPT.test(file.path)) write(join(target, file.path), file.content);
    write(join(target, "pages.json"), Buffer.from(pageFacts(pages, made.files, language)));
  } finally {
    await close();
  }
  settleIndex(target);
}

function write(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function addPage(
  index: PagefindIndex,
  page: { readonly url: string; readonly html: string },
): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: page.url, content: page.html });
  if (errors.length > 0) throw new Error(`Pagefind could not index ${page.url}: ${errors.join("; ")}`);
}
