import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";

/** What the ranking must know of every page before any of them is loaded: by kind and by the number of words of the title. */
interface PageFacts {
  /** Stands in front of each name, with a low line. */
  readonly language: string;
  /** Pagefind's names of the pages, parted by spaces. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
const SIGNATURE = Buffer.from("pagefind_dcd");

/**
 * The facts of all pages in one small file. Pagefind's filters would tell them too, but only which pages have a value:
 * asking for each value of each word made the first answer slow.
 */
export function pageFacts(
  pages: readonly { readonly url: string; readonly kind: string; readonly title: string }[],
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
  language: string,
): string {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const kinds: Record<string, Record<string, string>> = {};
  const front = `${language}_`;
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = FRAGMENT.exec(path)?.[1];
    const page = name === undefined ? undefined : byUrl.get(urlOf(content));
    if (name === undefined || page === undefined) continue;
    if (!name.startsWith(front)) throw new Error(`Unexpected page ${name}, expected one of ${language}`);
    const lengths = kinds[page.kind] ?? {};
    kinds[page.kind] = lengths;
    const length = page.title.trim().split(/\s+/).length;
    lengths[length] = `${lengths[length] ?? ""} ${name.slice(front.length)}`.trim();
  }
  const facts: PageFacts = { language, kinds: Object.fromEntries(Object.entries(kinds).sort(byName)) };
  return JSON.stringify(facts);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).subarray(SIGNATURE.length).toString("utf8");
  return (JSON.parse(text) as { url: string }).url;
}
