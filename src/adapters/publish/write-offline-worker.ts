import { createHash, hash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  OFFLINE_BUDGET,
  OFFLINE_PAGE,
  OFFLINE_SCOPES,
  OFFLINE_WORKER,
  offlinePaths,
} from "../../core/offline.ts";
import { OfflineFiles, type OfflinePage } from "./offline-files.ts";
import { pageFile } from "./page-gate.ts";

/** What the worker is told, before its own text. */
export interface Keep {
  /** Names all the bytes that it keeps. */
  readonly version: string;
  readonly base: string;
  readonly scopes: readonly string[];
  readonly offlinePage: string;
  /** What every page needs, and the page for what is not kept. */
  readonly frame: readonly string[];
  /** Pages and their pictures that are fetched before anybody asks for them. */
  readonly pages: readonly string[];
}

/**
 * Writes the service worker of a built site, where it has pages to keep, and returns the files that it wrote. The version
 * is the digest of what is kept: the same content gives the same bytes.
 */
export function writeOfflineWorker(
  folder: string,
  base: string,
  paths: readonly string[],
  budget = OFFLINE_BUDGET,
): string[] {
  const kept = offlinePaths(paths);
  if (kept.length === 0) return [];
  const files = new OfflineFiles(folder, base);
  const offline = files.page(OFFLINE_PAGE);
  const pages = kept.map((path) => files.page(path));
  const frame = [...new Set([offline, ...pages].flatMap((page) => page.frame))].sort();
  const fetched = withinBudget(folder, pages, budget);
  const digest = createHash("sha256");
  const source = readFileSync(fileURLToPath(new URL("./offline-worker.js", import.meta.url)), "utf8");
  for (const file of [...frame, offline.file, ...pages.flatMap((page) => [page.file, ...page.pictures])])
    digest.update(`${file} ${hash("sha256", readFileSync(join(folder, file)))}\n`);
  const keep: Keep = {
    version: digest.update(source).digest("hex").slice(0, 12),
    base,
    scopes: OFFLINE_SCOPES.map((scope) => base + scope.slice(1)),
    offlinePage: base + OFFLINE_PAGE.slice(1),
    frame: frame.map((file) => base + file),
    pages: fetched.map((name) => base + name),
  };
  writeFileSync(join(folder, OFFLINE_WORKER), `const KEEP = ${JSON.stringify(keep)};\n${source}`);
  return [OFFLINE_WORKER];
}

/** Addresses of the pages, and of the pictures that they show, which fit; what is over is kept when it is opened. */
function withinBudget(folder: string, pages: readonly OfflinePage[], budget: number): string[] {
  const names = new Set<string>();
  let left = budget;
  for (const { path, pictures } of pages) {
    const news = pictures.filter((file) => !names.has(file));
    const cost = [pageFile(path), ...news].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    if (cost > left) continue;
    left -= cost;
    for (const name of [path.slice(1), ...news]) names.add(name);
  }
  return [...names];
}
