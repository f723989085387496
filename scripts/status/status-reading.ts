import type { StatusEntry } from "../../src/core/status/sound-part.ts";
import type { StatusIncident } from "../../src/core/views/status/status-facts.ts";
import type { FileStat } from "../../src/loader/file-stats.ts";
import type { Content } from "../../src/loader/read-content.ts";
import type { KnownFile } from "../../src/loader/status-memory.ts";

/** What the fast lane has read: all of the content, or what changed together with what it remembers of the rest. */
export interface StatusReading {
  /** Its knowledge base holds stubs for entries that take no part. */
  readonly content: Content;
  /** The files as they stand, and when they were looked at. */
  readonly stats: ReadonlyMap<string, FileStat>;
  readonly readAt: number;
  /** Files whose bytes were read in this run, by path; of the others the memory holds true. */
  readonly digests: ReadonlyMap<string, string>;
  /** Paths that are no more. */
  readonly gone: readonly string[];
  /** What is remembered of the files that were not read, by path. */
  readonly standing: ReadonlyMap<string, KnownFile>;
}

/** The path of a file as entries name it → its path below the content folder. */
export function pathOf(file: string): string {
  return file.slice(file.indexOf("/") + 1);
}

/** Entries of a memory, by file, as the judgement of what is sound asks for them. */
export function lastGoodOf(root: string, files: ReadonlyMap<string, KnownFile> | undefined) {
  const known = (file: string) => (file.startsWith(`${root}/`) ? files?.get(pathOf(file)) : undefined);
  return {
    get: (file: string) => known(file)?.entry as StatusEntry | undefined,
    has: (file: string) => known(file)?.entry !== undefined || known(file)?.settled !== undefined,
  };
}

/** An incident that time cannot change any more, and where it is told. */
export interface SettledIncident {
  readonly path: string;
  readonly shown: StatusIncident;
}
