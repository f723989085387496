import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CborValue, writeCbor } from "./cbor.ts";
import { nameOf, packed, readPart } from "./index-part.ts";

/** A word of the index and where it stands; what matters here is the word. */
type Word = readonly [string, ...CborValue[]];

/** Most bytes of a list before it is compressed; a word that is longer stands alone. */
const LARGEST = 6_000;

/**
 * Parts the lists of words of an index into small ones. Pagefind's are of about 24 KB compressed, so that a question of
 * three words would load three of them to read a few lines of each. Returns the new contents: first word, last word, name.
 */
export function splitWords(folder: string, lists: readonly CborValue[], language: string): CborValue[] {
  return lists.flatMap((list) => {
    const file = fileOf(folder, (list as readonly [string, string, string])[2]);
    const [words, ...rest] = readPart(file) as readonly [readonly Word[], ...CborValue[]];
    rmSync(file);
    return partsOf(words).map((part): CborValue => {
      const bytes = packed([part, ...rest]);
      const name = nameOf(bytes, language);
      writeFileSync(fileOf(folder, name), bytes);
      return [part[0]![0], part.at(-1)![0], name];
    });
  });
}

function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const { length } = writeCbor(word);
    if (size + length > LARGEST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(word);
    size += length;
  }
  return parts;
}

function fileOf(folder: string, name: string): string {
  return join(folder, "index", `${name}.pf_index`);
}
