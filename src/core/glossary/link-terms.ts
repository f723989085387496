import { GLOSSARY_TERMS } from "./glossary-terms.ts";

/** Finished HTML with a link to the glossary at the first use of each of its terms; code, headings and links stay as they are. */
export function linkTerms(html: string, glossary: string): string {
  const used = new Set<string>();
  let within = 0;
  return html.replace(PIECE, (piece, closes: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return within === 0 ? linkIn(piece, glossary, used) : piece;
    if (APART.has(tag.toLowerCase())) within = Math.max(0, within + (closes ? -1 : 1));
    return piece;
  });
}

function linkIn(text: string, glossary: string, used: Set<string>): string {
  return text.replace(ANY_TERM, (words) => {
    const id = ID_OF.get(words.toLowerCase().replace(/\s+/g, " "))!;
    if (used.has(id)) return words;
    used.add(id);
    return `<a class="term" href="${glossary}#${id}">${words}</a>`;
  });
}

/** A tag, or the text between two. */
const PIECE = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/gi;

/** Where no link may begin, or none is wanted. */
const APART = new Set(
  "a button code h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg title".split(" "),
);

const ID_OF = new Map(
  GLOSSARY_TERMS.flatMap(({ id, words }) => words.map((each) => [each.toLowerCase(), id] as const)),
);

/** Any of the terms as whole words, the longest first. */
const ANY_TERM = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${[...ID_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replaceAll(" ", "\\s+"))
    .join("|")})(?![\\p{L}\\p{N}_-])`,
  "giu",
);
