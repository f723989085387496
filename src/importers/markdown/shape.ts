import type { Nodes, Root } from "mdast";
import type { Body, BodyPart } from "../../core/markdown/body.ts";
import { escapeHtml } from "../../core/markdown/escape-html.ts";

/** How many of each structure a text has, and which characters: what an import must not lose. */
export interface Shape {
  readonly headings: number;
  readonly lists: number;
  readonly tables: number;
  readonly codeBlocks: number;
  readonly links: number;
  readonly pictures: number;
  /** Every letter, digit and sign of the text, sorted; order is left out since footnotes move. */
  readonly characters: string;
}

/** The shape of a tree before it is written. */
export function shapeOfTree(root: Root): Shape {
  const count: Record<string, number> = {};
  const footnotes = new Set<string>();
  let text = "";
  visit(root, (node) => {
    if (node.type === "footnoteReference") footnotes.add(node.identifier);
    return true;
  });
  visit(root, (node) => {
    if (node.type === "footnoteDefinition" && !footnotes.has(node.identifier)) return false;
    count[node.type] = (count[node.type] ?? 0) + 1;
    if ("value" in node) text += node.value;
    if (node.type === "image") text += node.alt ?? "";
    return true;
  });
  return {
    headings: count.heading ?? 0,
    lists: count.list ?? 0,
    tables: count.table ?? 0,
    codeBlocks: count.code ?? 0,
    links: count.link ?? 0,
    pictures: count.image ?? 0,
    characters: sorted(text),
  };
}

/** The shape of what readers will see. */
export function shapeOfBody(body: Body): Shape {
  const html = htmlOf(body.parts);
  const main = html
    .replace(/<a class="anchor"[^>]*>#<\/a>/g, "")
    .replace(/<a [^>]*class="footnote-(?:ref|back)"[^>]*>[^<]*<\/a>/g, "")
    .replace(/<section class="footnotes"[^>]*><ol>|<section class="footnotes"[^>]*>\s*<ol>/g, "");
  const count = (pattern: RegExp) => main.match(pattern)?.length ?? 0;
  return {
    headings: body.headings.length,
    lists: count(/<[uo]l[ >]/g),
    tables: count(/<table>/g),
    codeBlocks: count(/<pre class="code"/g),
    links: body.links.filter(({ image }) => !image).length,
    pictures: body.links.filter(({ image }) => image).length,
    characters: sorted(decoded(main.replace(/<[^>]*>/g, ""))),
  };
}

/** What the second shape has that differs from the first, in words; `undefined` when nothing does. */
export function differenceOfShapes(before: Shape, after: Shape): string | undefined {
  for (const name of ["headings", "lists", "tables", "codeBlocks", "links", "pictures"] as const)
    if (before[name] !== after[name]) return `${after[name]} ${name}, expected ${before[name]}`;
  return before.characters === after.characters ? undefined : "other characters";
}

function htmlOf(parts: readonly BodyPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if (part.slot === "image") return part.alt.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      if (part.slot === "diagram") return `<pre class="code">${escapeHtml(part.source)}</pre>`;
      return part.slot === "component" ? "" : htmlOf(part.children);
    })
    .join("");
}

function decoded(html: string): string {
  return html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name]!,
  );
}

function sorted(text: string): string {
  return [...text.replace(/\s+/g, "")].sort().join("");
}

function visit(node: Nodes, look: (node: Nodes) => boolean): void {
  if (!look(node)) return;
  if ("children" in node) for (const child of node.children) visit(child, look);
}
