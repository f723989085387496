import { type FileStat, fileStats } from "../../src/loader/file-stats.ts";
import { type Content, readContent } from "../../src/loader/read-content.ts";
import type { StatusReading } from "./status-reading.ts";

/** Reads all of the content, as what changed may be anywhere in what is shown, or nothing is remembered. */
export function readAll(folder: string, cacheFolder: string, readAt: number): StatusReading {
  const stats = fileStats(folder);
  return allOf(readContent(folder, cacheFolder), stats, readAt);
}

/** Content that was read whole, after a look at its files. */
export function allOf(content: Content, stats: ReadonlyMap<string, FileStat>, readAt: number): StatusReading {
  return { content, stats, readAt, digests: content.digests, gone: [], standing: new Map() };
}
