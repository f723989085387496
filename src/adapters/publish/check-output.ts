import { createHash, hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Secrets } from "../../core/audience/leak-tokens.ts";
import { cssLinks } from "./css-links.ts";
import { type JudgedLeaks, judgeLeaks, type LeakException } from "./leak-exceptions.ts";
import { findLeaks } from "./leak-gate.ts";
import { type DeadLink, findDeadLinks, type LinkedSite } from "./link-gate.ts";
import { outputFiles } from "./output-files.ts";
import { type PageGate, pageGate } from "./page-gate.ts";
import { type FileScan, readScanCache, writeScanCache } from "./scan-cache.ts";
import { type PageScan, scanPage } from "./scan-page.ts";
import { secretSearch } from "./search-secrets.ts";
import { unexpectedTypes } from "./type-gate.ts";

/** What the gates need to know about a site. */
export interface OutputToCheck extends Pick<LinkedSite, "base" | "origin" | "redirects"> {
  /** The staged site. */
  readonly folder: string;
  /** Paths of all pages that should exist, without the base: `/`, `/incidents/x/`, `/404.html`, redirecting pages too. */
  readonly expectedPages: Iterable<string>;
  /** Files that are no pages and must exist: the service worker. */
  readonly expectedFiles?: Iterable<string>;
  /** Absent for the internal audience, which may read everything. */
  readonly secrets?: Secrets;
  readonly exceptions?: readonly LeakException[];
  /** A file in which scans of unchanged files are kept, and a version that changes with the gates' own code. */
  readonly cache?: { readonly file: string; readonly version: string };
}

/** What the four gates say; `passed` is all of them. */
export interface OutputReport extends JudgedLeaks {
  readonly passed: boolean;
  readonly pages: PageGate;
  /** Files of a type that no site of ours holds. */
  readonly strangeFiles: readonly string[];
  readonly deadLinks: readonly DeadLink[];
  /** How many files there are, and how many of them were read anew instead of taken from the cache. */
  readonly files: number;
  readonly scanned: number;
}

/** Puts a built site through the gates: every expected page, no strange file, no dead link, nothing secret. Each file is read once. */
export function checkOutput(output: OutputToCheck): OutputReport {
  const files = outputFiles(output.folder);
  const key = `${output.cache?.version} ${output.secrets ? secretsDigest(output.secrets) : "no secrets"}`;
  const before = output.cache ? readScanCache(output.cache.file, key) : new Map<string, FileScan>();
  const search = output.secrets && secretSearch(output.secrets);
  const results = new Map<string, FileScan>();
  let scanned = 0;
  for (const file of files) {
    const path = join(output.folder, file);
    const state = stateOf(path);
    const known = before.get(file);
    // Where there are secrets every byte is looked at, whatever the system says of the file.
    if (known?.state === state && !search) {
      results.set(file, known);
      continue;
    }
    const bytes = readFileSync(path);
    const digest = hash("sha256", bytes, "hex");
    if (known?.digest === digest) {
      results.set(file, { ...known, state });
      continue;
    }
    scanned += 1;
    results.set(file, {
      digest,
      state,
      scan: scanOf(file, bytes),
      leaks: search ? findLeaks(file, bytes, search) : [],
    });
  }
  if (output.cache && (scanned > 0 || before.size !== files.length))
    writeScanCache(output.cache.file, key, results);
  const scans = new Map([...results].flatMap(([file, { scan }]) => (scan ? [[file, scan] as const] : [])));
  const pages = pageGate(files, output.expectedPages, output.expectedFiles);
  const deadLinks = findDeadLinks({ ...output, files, scans });
  const judged = judgeLeaks(
    [...results.values()].flatMap(({ leaks }) => leaks),
    output.exceptions ?? [],
  );
  const strangeFiles = unexpectedTypes(files);
  const found = [pages.missing, pages.unexpected, strangeFiles, deadLinks, judged.leaks];
  const passed = found.every((problems) => problems.length === 0);
  return { passed, pages, strangeFiles, deadLinks, ...judged, files: files.length, scanned };
}

function stateOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  return `${ino} ${size} ${mtimeMs}`;
}

function scanOf(file: string, bytes: Buffer): PageScan | undefined {
  if (file.endsWith(".html") || file.endsWith(".svg")) return scanPage(bytes.toString("utf8"));
  return file.endsWith(".css") ? { links: cssLinks(bytes.toString("utf8")), ids: [] } : undefined;
}

function secretsDigest({ tokens, passages }: Secrets): string {
  return createHash("sha256").update(JSON.stringify(tokens)).update(passages.table).digest("hex");
}
