import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type CborValue, readCbor, writeCbor } from "./cbor.ts";

/** The word in front of the data in each of Pagefind's files. */
const SIGNATURE = Buffer.from("pagefind_dcd");
/** Where in the list of pages the filters stand: version, pages, words, filters, sorts, fields. */
const FILTERS = 3;

interface Entry {
  readonly version: string;
  readonly languages: Record<string, { hash: string; wasm: string; page_count: number }>;
}

/**
 * Puts the filters of a written index, and the values of each, into the order of their names. Pagefind 1.5 writes them
 * in the order of a hash table with a new seed each time, so the same site would never have the same bytes twice.
 */
export function settleFilters(folder: string): void {
  const entryFile = join(folder, "pagefind-entry.json");
  const entry = JSON.parse(readFileSync(entryFile, "utf8")) as Entry;
  for (const [language, about] of Object.entries(entry.languages)) {
    const listFile = join(folder, `pagefind.${about.hash}.pf_meta`);
    const list = readPart(listFile) as CborValue[];
    const filters = list[FILTERS] as readonly (readonly [string, string])[];
    const settled = filters.map(([name, kept]): CborValue => [name, settleValues(folder, kept, language)]);
    rmSync(listFile);
    const bytes = packed(list.with(FILTERS, settled.sort(byName)));
    about.hash = nameOf(bytes, language);
    writeFileSync(join(folder, `pagefind.${about.hash}.pf_meta`), bytes);
  }
  const languages = Object.fromEntries(Object.entries(entry.languages).sort(byName));
  writeFileSync(entryFile, JSON.stringify({ ...entry, languages }));
}

function settleValues(folder: string, kept: string, language: string): string {
  const file = join(folder, "filter", `${kept}.pf_filter`);
  const [name, values] = readPart(file) as readonly [string, readonly CborValue[]];
  rmSync(file);
  const bytes = packed([name, values.toSorted(byName)]);
  const settled = nameOf(bytes, language);
  writeFileSync(join(folder, "filter", `${settled}.pf_filter`), bytes);
  return settled;
}

function readPart(file: string): CborValue {
  return readCbor(gunzipSync(readFileSync(file)).subarray(SIGNATURE.length));
}

function packed(value: CborValue): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, writeCbor(value)]), { level: 9 });
}

function nameOf(bytes: Uint8Array, language: string): string {
  return `${language}_${hash("sha256", bytes, "hex").slice(0, 10)}`;
}

function byName(a: CborValue | [string, unknown], b: CborValue | [string, unknown]): number {
  const [first, second] = [(a as [string])[0], (b as [string])[0]];
  return first < second ? -1 : first > second ? 1 : 0;
}
