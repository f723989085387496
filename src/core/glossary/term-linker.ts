import { OpenPlaces } from "./open-places.ts";

/** Words that are explained on a page. */
export interface LinkedTerm {
  readonly words: readonly string[];
  readonly url: string;
}

/** Makes what links the first use of each term in finished HTML to its page; code, headings and links stay as they are. */
export function termLinker(terms: readonly LinkedTerm[]): (html: string) => string {
  const urlOf = new Map(
    terms.flatMap(({ words, url }) => words.map((each) => [each.toLowerCase(), url] as const)),
  );
  if (urlOf.size === 0) return (html) => html;
  const any = anyOf([...urlOf.keys()]);
  return (html) => {
    const used = new Set<string>();
    const places = new OpenPlaces(html);
    let [linked, from] = ["", 0];
    for (const { 0: words, index } of html.matchAll(any)) {
      const url = urlOf.get(words.toLowerCase().replace(/\s+/g, " "));
      if (url === undefined || used.has(url)) continue;
      if (!standsAlone(html, index, index + words.length) || !places.isOpen(index)) continue;
      used.add(url);
      linked += `${html.slice(from, index)}<a class="term" href="${url}">${words}</a>`;
      from = index + words.length;
    }
    return from === 0 ? html : linked + html.slice(from);
  };
}

/** Any of the terms, the longest first; whether they stand alone is asked of those that are found, as letters of all scripts are slow to look for. */
function anyOf(terms: readonly string[]): RegExp {
  const words = terms
    .toSorted((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
  const plain = terms.every((term) => /^[a-z0-9]/.test(term) && /[a-z0-9]$/.test(term));
  return new RegExp(plain ? `\\b(?:${words.join("|")})\\b` : `(?:${words.join("|")})`, "gi");
}

/** A letter, digit or joining mark at the end or the start of what surrounds a word. */
const ENDS_IN_WORD = /[\p{L}\p{N}_-]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}_-]/u;

function standsAlone(html: string, from: number, to: number): boolean {
  return (
    !ENDS_IN_WORD.test(html.slice(Math.max(0, from - 2), from)) &&
    !BEGINS_IN_WORD.test(html.slice(to, to + 2))
  );
}
