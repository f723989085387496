import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CborValue } from "./cbor.ts";
import { nameOf, packed, readPart } from "./index-part.ts";
import { splitWords } from "./split-words.ts";

/** Where in the list of pages the lists of words and the filters stand: version, pages, words, filters, sorts, fields. */
const WORDS = 2;
const FILTERS = 3;

interface Entry {
  readonly version: string;
  readonly languages: Record<string, { hash: string; wasm: string; page_count: number }>;
}

/**
 * Puts the filters of a written index, and the values of each, into the order of their names: Pagefind 1.5 writes them in
 * the order of a hash table with a new seed each time, so the same site would never have the same bytes twice. And parts
 * its lists of words into small ones.
 */
export function settleIndex(folder: string): void {
  const entryFile = join(folder, "pagefind-entry.json");
  const entry = JSON.parse(readFileSync(entryFile, "utf8")) as Entry;
  for (const [language, about] of Object.entries(entry.languages)) {
    const listFile = join(folder, `pagefind.${about.hash}.pf_meta`);
    const list = readPart(listFile) as CborValue[];
    const filters = list[FILTERS] as readonly (readonly [string, string])[];
    const settled = filters.map(([name, kept]): CborValue => [name, settleValues(folder, kept, language)]);
    const words = splitWords(folder, list[WORDS] as readonly CborValue[], language);
    rmSync(listFile);
    const bytes = packed(list.with(WORDS, words).with(FILTERS, settled.sort(byName)));
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

function byName(a: CborValue | [string, unknown], b: CborValue | [string, unknown]): number {
  const [first, second] = [(a as [string])[0], (b as [string])[0]];
  return first < second ? -1 : first > second ? 1 : 0;
}
