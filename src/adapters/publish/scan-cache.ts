import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Leak } from "./leak.ts";
import type { PageScan } from "./scan-page.ts";

/** What the gates found in one file; it depends on nothing but the file, its path, the secrets and the gates. */
export interface FileScan {
  readonly digest: string;
  /** The file as the system knows it: number, size and last change. */
  readonly state: string;
  /** For pages, drawings and style sheets. */
  readonly scan?: PageScan;
  readonly leaks: readonly Leak[];
}

/** Reads the scans that an earlier build kept under the same key; an unreadable or foreign cache is an empty one. */
export function readScanCache(file: string, key: string): Map<string, FileScan> {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8")) as { key?: string; files?: Record<string, FileScan> };
    return kept.key === key ? new Map(Object.entries(kept.files ?? {})) : new Map();
  } catch {
    return new Map();
  }
}

/** Keeps the scans of this build, whole or not at all. */
export function writeScanCache(file: string, key: string, files: ReadonlyMap<string, FileScan>): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, JSON.stringify({ key, files: Object.fromEntries(files) }));
  renameSync(aside, file);
}
