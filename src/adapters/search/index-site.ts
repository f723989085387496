import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSearchIndex, indexForm, type SearchIndex, type SearchIndexRequest } from "./build-index.ts";
import { takeIndex } from "./index-cache.ts";
import type { SearchDocument } from "./search-document.ts";

/** What goes into the index of a site that is built again and again. */
export interface SiteIndexRequest extends Omit<SearchIndexRequest, "documents" | "cache"> {
  readonly cache: string;
  /** Digest of all that the documents are made of: the facts, and the program that makes documents of them. */
  readonly made: string;
  /** Makes them; not asked where `made` is what it was for the last index. */
  readonly documents: () => readonly SearchDocument[];
}

/** The last index of a site where its documents are made of the same as then, else one that is built of them. */
export async function indexSite(request: SiteIndexRequest): Promise<SearchIndex> {
  const { folder, cache, language } = request;
  const made = `${indexForm(language)} ${request.made}`;
  const last = readLast(cache);
  const target = join(folder, "pagefind");
  if (last?.made === made) {
    rmSync(target, { recursive: true, force: true });
    if (takeIndex(cache, last.digest, target))
      return { documents: last.documents, digest: last.digest, reused: true };
  }
  const index = await buildSearchIndex({ folder, cache, language, documents: request.documents() });
  writeLast(cache, { made, digest: index.digest, documents: index.documents });
  return index;
}

interface LastIndex {
  readonly made: string;
  readonly digest: string;
  readonly documents: number;
}

const LAST = "last.json";

function readLast(cache: string): LastIndex | undefined {
  try {
    return JSON.parse(readFileSync(join(cache, LAST), "utf8")) as LastIndex;
  } catch {
    return undefined;
  }
}

function writeLast(cache: string, last: LastIndex): void {
  mkdirSync(cache, { recursive: true });
  const aside = join(cache, `${LAST}.${process.pid}.new`);
  writeFileSync(aside, JSON.stringify(last));
  renameSync(aside, join(cache, LAST));
}
