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
    const linkIn = (text: string) =>
      text.replace(any, (words) => {
        const url = urlOf.get(words.toLowerCase().replace(/\s+/g, " "))!;
        if (used.has(url)) return words;
        used.add(url);
        return `<a class="term" href="${url}">${words}</a>`;
      });
    let within = 0;
    return html.replace(PIECE, (piece, closes: string | undefined, tag: string | undefined) => {
      if (tag === undefined) return within === 0 ? linkIn(piece) : piece;
      if (APART.has(tag.toLowerCase())) within = Math.max(0, within + (closes ? -1 : 1));
      return piece;
    });
  };
}

/** A tag, or the text between two. */
const PIECE = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/gi;

/** Where no link may begin, or none is wanted. */
const APART = new Set(
  "a button code h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg title".split(" "),
);

/** Any of the terms as whole words, the longest first. */
function anyOf(terms: readonly string[]): RegExp {
  const words = terms
    .toSorted((a, b) => b.length - a.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.join("|")})(?![\\p{L}\\p{N}_-])`, "giu");
}
