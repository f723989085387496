import { hash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { keepIndex, takeIndex } from "./index-cache.ts";
import { type SearchDocument, searchHtml } from "./search-document.ts";
import { writeIndex } from "./write-index.ts";

/** What goes into an index and where it goes. */
export interface SearchIndexRequest {
  /** In any order; the index does not depend on it. */
  readonly documents: readonly SearchDocument[];
  /** The folder of the site; the index becomes its folder `pagefind`. */
  readonly folder: string;
  /** A folder of its own for the last index, so that the same documents are not indexed twice. */
  readonly cache?: string;
  /** Language of the site, `en`. */
  readonly language: string;
}

/** What was done. */
export interface SearchIndex {
  readonly documents: number;
  /** Of everything that decides the bytes of the index. */
  readonly digest: string;
  /** Whether the index came from the cache. */
  readonly reused: boolean;
}

/** Raise it when what is made of the same documents changes in any other way than by Pagefind's version. */
const FORM = 3;

/** Indexes a site for search, or copies the last index when nothing that it holds has changed. */
export async function buildSearchIndex(request: SearchIndexRequest): Promise<SearchIndex> {
  const documents = request.documents.toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
  const pages = documents.map((document) => ({
    url: document.url,
    kind: document.kind,
    title: document.title,
    html: searchHtml(document, request.language),
  }));
  const digest = hash("sha256", JSON.stringify([indexForm(request.language), pages]), "hex");
  const target = join(request.folder, "pagefind");
  rmSync(target, { recursive: true, force: true });
  const reused = request.cache !== undefined && takeIndex(request.cache, digest, target);
  if (!reused) {
    await writeIndex(pages, request.language, target);
    if (request.cache !== undefined) keepIndex(request.cache, digest, target);
  }
  if (!existsSync(join(target, "pagefind.js"))) throw new Error(`Pagefind wrote no index to ${target}`);
  return { documents: documents.length, digest, reused };
}

/** Everything but the documents that decides the bytes of an index. */
export function indexForm(language: string): string {
  return `${FORM} ${pagefindVersion()} ${language}`;
}

function pagefindVersion(): string {
  const manifest = findPackageJSON("pagefind", import.meta.url);
  if (manifest === undefined)
    throw new Error("Pagefind is not installed, expected it among the dependencies");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
