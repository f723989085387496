import { GLOSSARY_TERMS } from "./glossary-terms.ts";

/** Finished HTML with a link to the glossary at the first use of each of its terms; code, headings and links stay as they are. */
export function linkTerms(html: string, glossary: string): string {
  const used = new Set<string>();
  const places = new OpenPlaces(html);
  let [linked, from] = ["", 0];
  ANY_TERM.lastIndex = 0;
  for (let found = ANY_TERM.exec(html); found; found = ANY_TERM.exec(html)) {
    const [words] = found;
    const id = ID_OF.get(words.toLowerCase().replace(/\s+/g, " "))!;
    if (used.has(id) || !standsAlone(html, found.index, ANY_TERM.lastIndex)) continue;
    if (!places.isOpen(found.index)) continue;
    used.add(id);
    linked += `${html.slice(from, found.index)}<a class="term" href="${glossary}#${id}">${words}</a>`;
    from = found.index + words.length;
  }
  return linked + html.slice(from);
}

/** Tells of places in HTML, asked from its start to its end, whether a link may stand there; tags are read as far as that needs. */
class OpenPlaces {
  readonly #html: string;
  /** Where the last tag that was read begins and ends. */
  #tag: readonly [from: number, to: number] = [0, 0];
  /** How many elements without links the last tag stands in, itself included. */
  #within = 0;

  constructor(html: string) {
    this.#html = html;
  }

  isOpen(place: number): boolean {
    while (this.#tag[1] <= place && this.#readTag(place));
    return this.#within === 0 && (place < this.#tag[0] || place >= this.#tag[1]);
  }

  /** Reads the next tag if it begins before a place. */
  #readTag(place: number): boolean {
    const next = this.#html.indexOf("<", this.#tag[1]);
    if (next === -1 || next > place) return false;
    TAG.lastIndex = next;
    const tag = TAG.exec(this.#html);
    if (!tag) this.#tag = [next, next + 1];
    else {
      this.#tag = [next, TAG.lastIndex];
      if (APART.has(tag[2]!.toLowerCase())) this.#within = Math.max(0, this.#within + (tag[1] ? -1 : 1));
    }
    return true;
  }
}

/** A tag, from its first character on. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/giy;

/** Where no link may begin, or none is wanted. */
const APART = new Set(
  "a button code h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg title".split(" "),
);

const ID_OF = new Map(
  GLOSSARY_TERMS.flatMap(({ id, words }) => words.map((each) => [each.toLowerCase(), id] as const)),
);

/** Any of the terms, the longest first; whether they stand alone is asked of the few that are found, as letters of all scripts are slow to look for. */
const ANY_TERM = new RegExp(
  `\\b(?:${[...ID_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replaceAll(" ", "\\s+"))
    .join("|")})\\b`,
  "gi",
);

/** A letter, digit or joining mark at the end or the start of what surrounds a word. */
const ENDS_IN_WORD = /[\p{L}\p{N}_-]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}_-]/u;

function standsAlone(html: string, from: number, to: number): boolean {
  return (
    !ENDS_IN_WORD.test(html.slice(Math.max(0, from - 2), from)) &&
    !BEGINS_IN_WORD.test(html.slice(to, to + 2))
  );
}
