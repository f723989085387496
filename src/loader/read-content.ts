import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Entry, KnowledgeBase } from "../core/knowledge-base/knowledge-base.ts";
import { linkKnowledgeBase } from "../core/knowledge-base/link-knowledge-base.ts";
import type { SourceText } from "../core/parse/parse-document.ts";
import { CompileCache } from "./compile-cache.ts";
import { compilerVersion } from "./compiler-version.ts";
import { ContentReader } from "./content-reader.ts";
import { listFiles } from "./list-files.ts";

/** Everything that the content folder holds, read once. */
export interface Content {
  /** Absolute path of the content folder. */
  readonly folder: string;
  /** Absent while site.yaml, taxonomy.yaml or teams.yaml cannot be read. */
  readonly knowledgeBase: KnowledgeBase | undefined;
  /** Problems of single files; the rules look at the whole. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** Digests of the documents, by path below the content folder. */
  readonly digests: ReadonlyMap<string, string>;
  readonly files: number;
  /** The same with further entries, in place of files that cannot be read. */
  readonly linkedWith: (more: readonly Entry[]) => KnowledgeBase | undefined;
}

/** Reads a content folder: list, limits, split, parse (or cache), link; whoever brings a cache along keeps it in memory. */
export function readContent(contentFolder: string, cacheFolder: string, kept?: CompileCache): Content {
  const folder = resolve(contentFolder);
  const root = basename(folder);
  const cache = kept ?? compileCacheIn(cacheFolder);
  const found = listFiles(folder);
  const reader = new ContentReader(folder, root, cache, new Set(found.map(({ path }) => path)));
  for (const file of found) reader.read(file);
  reader.requireFiles();
  if (!kept) cache.save();
  const linkedWith = (more: readonly Entry[]) =>
    linkKnowledgeBase(root, [...reader.entries, ...more], reader.assets, reader.broken);
  return {
    folder,
    knowledgeBase: linkedWith([]),
    linkedWith,
    diagnostics: reader.diagnostics,
    sourceOf: (file) => reader.sourceOf(file),
    digests: reader.digests,
    files: found.length,
  };
}

/** The cache of compiled files in a folder. */
export function compileCacheIn(cacheFolder: string): CompileCache {
  return new CompileCache(cacheFolder, compilerVersion());
}

/** Where the caches of a content folder live: beside it, safe to delete. */
export function cacheFolderOf(contentFolder: string): string {
  return join(dirname(resolve(contentFolder)), ".cache", "tidemark");
}
