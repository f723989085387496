import { withoutControls } from "./plain-text.ts";

/** File endings that an import reads as Markdown. */
export const MARKDOWN_ENDING = /(?:\.html)?\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd)(?:\.erb)?$/i;

/** A file that stands for the folder in which it is. */
const FOLDER_PAGE = /^(?:readme|_?index)$/i;

/** The name of a source file without ending; of a folder's page, the folder's name. */
export function stemOf(path: string): string {
  const parts = path.split("/");
  const name = parts.at(-1)!.replace(MARKDOWN_ENDING, "");
  return FOLDER_PAGE.test(name) && parts.length > 1 ? parts.at(-2)! : name;
}

/** Whether a source file stands for its folder. */
export function isFolderPage(path: string): boolean {
  return FOLDER_PAGE.test(path.split("/").at(-1)!.replace(MARKDOWN_ENDING, ""));
}

/** Words → an id: lower-case letters, digits and hyphens, at most 81. */
export function slugOf(words: string, longest = 81): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug.length <= longest
    ? slug
    : slug
        .slice(0, longest + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, longest);
}

/** Where a document came from, as `imported.from` says it: the folder's name and the path below it. */
export function fromOf(source: string, path: string): string {
  return withoutControls(`${source}/${path}`)
    .replace(/[\n\t\r\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
    .slice(-300);
}

/** Ids for a source, the plainest first: its name, then with its folders in front, then with a number. */
export function* idsFor(path: string, source: string): Generator<string> {
  const folders = path.split("/").slice(0, -1);
  if (isFolderPage(path)) folders.pop();
  let name = slugOf(stemOf(path)) || "entry";
  yield name;
  for (const folder of [...folders.reverse(), source]) {
    const longer = slugOf(`${folder} ${name}`);
    if (longer !== name) yield longer;
    name = longer;
  }
  for (let number = 2; ; number++) yield `${name.slice(0, 76)}-${number}`;
}
