import { PAGE_FOLDERS, type PageKind, VOCABULARY_FOLDERS } from "../addresses.ts";
import { contentPath } from "../content-path.ts";
import { judgeAddress } from "../markdown/address.ts";
import { handbookPageAt } from "../views/handbook-pages.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";

/** Where a link of contributed text leads. */
export type Target =
  | { readonly kind: "entry"; readonly entryKind: PageKind; readonly id: string; readonly fragment?: string }
  | { readonly kind: "page"; readonly path: string; readonly fragment?: string }
  | { readonly kind: "asset"; readonly path: string }
  | { readonly kind: "here"; readonly fragment: string }
  | { readonly kind: "external" }
  | {
      readonly kind: "dead";
      readonly reason: string;
      readonly wanted?: { readonly entryKind: PageKind; readonly id: string };
    }
  | { readonly kind: "outside" };

/** A link as written in a file → where it leads: a site address, a path to another file, a picture, a fragment. */
export function resolveLink(knowledgeBase: KnowledgeBase, file: string, href: string): Target {
  if (judgeAddress(href).kind === "external") return { kind: "external" };
  const [, rawPath = "", rawFragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const fragment = rawFragment ? decoded(rawFragment) : undefined;
  if (rawPath === "")
    return fragment ? { kind: "here", fragment } : { kind: "dead", reason: "names nothing" };
  const segments = contentPath(knowledgeBase.root, file, decoded(rawPath));
  if (!segments) return { kind: "outside" };
  return targetOf(knowledgeBase, segments, fragment);
}

function targetOf(
  knowledgeBase: KnowledgeBase,
  segments: readonly string[],
  fragment: string | undefined,
): Target {
  const [folder = "", name = ""] = segments;
  const withFragment = fragment === undefined ? {} : { fragment };
  const entryKind = (Object.keys(PAGE_FOLDERS) as PageKind[]).find((kind) => PAGE_FOLDERS[kind] === folder);
  const path = segments.join("/");
  if (entryKind && segments.length === 2) {
    const id = name.replace(/\.mdx?$/, "");
    const current = knowledgeBase.look[entryKind].has(id) ? id : knowledgeBase.look.alias[entryKind].get(id);
    if (current !== undefined) return { kind: "entry", entryKind, id: current, ...withFragment };
    return { kind: "dead", reason: `there is no ${entryKind} \`${id}\``, wanted: { entryKind, id } };
  }
  if (knowledgeBase.look.asset.has(path)) return { kind: "asset", path };
  if (isPage(knowledgeBase, segments))
    return { kind: "page", path: path === "" ? "/" : `/${path}/`, ...withFragment };
  return { kind: "dead", reason: `there is no page or file \`${path}\`` };
}

const SINGLE_PAGES = new Set([
  ...Object.values(PAGE_FOLDERS),
  "",
  "taxonomy",
  "actions",
  "errors",
  "search",
  "handbook",
]);

function isPage(knowledgeBase: KnowledgeBase, segments: readonly string[]): boolean {
  const [folder = "", second, third] = segments;
  if (segments.length <= 1) return SINGLE_PAGES.has(folder);
  if (folder === "handbook") return handbookPageAt(`/${segments.join("/")}/`) !== undefined;
  if (folder === "taxonomy") {
    const vocabulary = Object.entries(VOCABULARY_FOLDERS).find(([, path]) => path === second)?.[0] as
      | keyof typeof VOCABULARY_FOLDERS
      | undefined;
    if (!vocabulary) return false;
    return (
      third === undefined ||
      knowledgeBase.taxonomy[vocabulary].some((term) => term.id.toLowerCase() === third)
    );
  }
  if (folder === "alerts")
    return second !== undefined && segments.length === 2 && knowledgeBase.look.runbooksForAlert.has(second);
  return false;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
