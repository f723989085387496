import type { LineChange } from "./line-difference.ts";

/** What a new site has, other than the standing one. */
export interface SiteDifference {
  /** Whether a site stood there to compare with. */
  readonly first: boolean;
  readonly files: readonly FileDifference[];
}

/** A file that came, went, or is another. */
export interface FileDifference {
  /** From the site's folder. */
  readonly path: string;
  readonly change: "added" | "changed" | "removed";
  /** Words that came and went; empty where only markup or bytes did. */
  readonly words: readonly LineChange[];
}

const SIGNS = { added: "+", changed: "~", removed: "-" } as const;
const SHOWN = 40;
/** The search index is made of the pages; it says nothing that they do not. */
const INDEX = /^pagefind\//;

/** A difference for people: each page with its words, then other files, then the count. */
export function siteDifferenceText({ first, files }: SiteDifference): string {
  const shown = files.filter(({ path }) => !INDEX.test(path));
  const pages = shown.filter(({ path }) => path.endsWith(".html"));
  const others = shown.filter(({ path }) => !path.endsWith(".html"));
  const index = files.length - shown.length;
  const lines = [
    ...(first ? ["Nothing was published here before, so all of it is new."] : []),
    ...pages.flatMap((page) => [`${SIGNS[page.change]} ${addressOf(page.path)}`, ...wordLines(page)]),
    ...others.flatMap((file) => [`${SIGNS[file.change]} ${file.path}`, ...wordLines(file)]),
    ...(index > 0 ? [`~ pagefind/: ${index} files of the search index`] : []),
    `${counted(pages, "pages")}; ${counted(others, "other files")}.`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The same as JSON. */
export function siteDifferenceJson(difference: SiteDifference): string {
  return `${JSON.stringify(difference, null, 2)}\n`;
}

/** `incidents/x/index.html` → `/incidents/x/`. */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}

function wordLines({ words, change }: FileDifference): string[] {
  if (change === "changed" && words.length === 0) return ["    no word changed"];
  const lines = words.slice(0, SHOWN).map(({ sign, line }) => `    ${sign} ${line}`);
  return words.length > SHOWN ? [...lines, `    and ${words.length - SHOWN} lines more`] : lines;
}

function counted(files: readonly FileDifference[], what: string): string {
  const count = (change: FileDifference["change"]) => files.filter((file) => file.change === change).length;
  return `${what}: ${count("added")} added, ${count("changed")} changed, ${count("removed")} removed`;
}
