import { spawnSync } from "node:child_process";
import MarkdownIt from "markdown-it";

/** What an independent reader of Markdown counts in a text. */
export interface GfmCount {
  readonly headings: number;
  readonly lists: number;
  readonly tables: number;
  readonly codeBlocks: number;
  readonly links: number;
  readonly pictures: number;
}

const EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap((name) => [
  "-e",
  name,
]);
const present = spawnSync("cmark-gfm", ["--version"]).status === 0;

/** Whether GitHub's own parser is installed; in CI it must be, elsewhere the tests that need it say that they were skipped. */
export function hasCmark(): boolean {
  if (!present && process.env.CI)
    throw new Error("Unexpected machine without cmark-gfm: CI installs Debian's package");
  return present;
}

/** Counts of `cmark-gfm`. */
export function countByCmark(markdown: string): GfmCount {
  const xml = runCmark(markdown, "xml");
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  return {
    headings: count(/<heading[ >]/g),
    lists: count(/<list[ >]/g),
    tables: count(/<table[ >]/g),
    codeBlocks: count(/<code_block[ >]/g),
    links: count(/<link[ >]/g),
    pictures: count(/<image[ >]/g),
  };
}

/** Words that a reader of the rendered text sees, with how often each stands there. */
export function wordsByCmark(markdown: string): Map<string, number> {
  const html = runCmark(markdown, "html").replace(/<!--[\s\S]*?-->/g, " ");
  return countWords(textOfHtml(html.replace(/<img\b[^>]*\balt="([^"]*)"[^>]*>/g, " $1 ")));
}

/** Text of HTML: tags go, character references are decoded. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<\/?[A-Za-z!?][^>]*>/g, " ")
    .replace(
      /&(lt|gt|quot|amp|#39|nbsp);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'", nbsp: " " })[name]!,
    );
}

/** How often each word stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of the first text that the second lacks, or has less often. */
export function lostWords(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...before].flatMap(([word, count]) =>
    (after.get(word) ?? 0) < count ? [`${word} (${count} → ${after.get(word) ?? 0})`] : [],
  );
}

const markdownIt = new MarkdownIt({ html: true, linkify: false });

/** Headings, lists, tables and code blocks of markdown-it, which is always there; it knows neither bare addresses nor footnotes. */
export function countByMarkdownIt(markdown: string): Omit<GfmCount, "links" | "pictures"> {
  const types = markdownIt.parse(markdown, {}).map(({ type }) => type);
  const count = (...wanted: string[]) => types.filter((type) => wanted.includes(type)).length;
  return {
    headings: count("heading_open"),
    lists: count("bullet_list_open", "ordered_list_open"),
    tables: count("table_open"),
    codeBlocks: count("fence", "code_block"),
  };
}

function runCmark(markdown: string, form: "xml" | "html"): string {
  const run = spawnSync("cmark-gfm", ["--unsafe", ...EXTENSIONS, "-t", form], {
    input: markdown,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (run.status !== 0) throw new Error(`Unexpected end of cmark-gfm: ${run.stderr}`);
  return run.stdout;
}
