import type { Definition, Nodes, Paragraph, Root, RootContent, TableCell, TableRow } from "mdast";
import { guardDiagram } from "../../core/markdown/diagram/guard-diagram.ts";
import type { AddressBook } from "./address.ts";
import { FootnoteLabels } from "./footnote-labels.ts";
import { htmlAsText, isLineBreak, withoutAutolinks } from "./html-as-text.ts";
import { mistakenAutolinks } from "./mistaken-autolinks.ts";
import { neutralPhrasing, type PhrasingContext } from "./neutral-phrasing.ts";
import type { TakeNote } from "./note.ts";
import { EMPTY_COMMENT } from "./parse-markdown.ts";
import { withoutControls } from "./plain-text.ts";
import { cellsAtMost, tidyPhrasing } from "./tidy-phrasing.ts";

/** How a tree is made neutral. */
export interface Neutralising {
  readonly book: AddressBook;
  readonly note: TakeNote;
  /** Added to line numbers: how many lines of the file stand before the body. */
  readonly lineOffset: number;
  /** Whether text that some parser might take for an address is put into code. */
  readonly guarded: boolean;
}

/** A tree of any Markdown → one without HTML, references and addresses that may not be; no word goes but comments. */
export function neutralTree(root: Root, source: string, how: Neutralising): Root {
  const context = contextOf(root, source, how);
  const neutral: Root = { type: "root", children: neutralBlocks(root.children, context) as RootContent[] };
  for (const [identifier, definition] of context.definitions)
    if (!context.used.has(identifier)) {
      const text = `[${definition.label ?? identifier}]: ${definition.url} ${definition.title ?? ""}`;
      how.note("dropped", "unused-definition", context.lineOf(definition), text);
    }
  return neutral;
}

function contextOf(root: Root, source: string, { lineOffset, ...how }: Neutralising): PhrasingContext {
  const definitions = new Map<string, Definition>();
  visit(root, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  return {
    ...how,
    definitions,
    used: new Set(),
    footnotes: new FootnoteLabels(),
    mistaken: mistakenAutolinks(root, source),
    lineOf: ({ position }) => (position === undefined ? undefined : position.start.line + lineOffset),
  };
}

function neutralBlocks(nodes: readonly Nodes[], context: PhrasingContext): Nodes[] {
  return nodes.flatMap((node) => neutralBlock(node, context));
}

function neutralBlock(node: Nodes, context: PhrasingContext): Nodes[] {
  switch (node.type) {
    case "definition":
      return [];
    case "html":
      return neutralHtml(node.value, context.lineOf(node), context.note);
    case "paragraph": {
      const children = tidyPhrasing(neutralPhrasing(node.children, "paragraph", context));
      return children.length === 0 ? [] : [{ type: "paragraph", children }];
    }
    case "heading": {
      const children = tidyPhrasing(neutralPhrasing(node.children, "heading", context));
      return [{ type: "heading", depth: node.depth, children }];
    }
    case "code":
      return [
        {
          type: "code",
          lang: languageOf(node.lang, node.value),
          meta: node.meta ?? null,
          value: withoutControls(node.value),
        },
      ];
    case "table": {
      const width = node.children[0]?.children.length ?? 0;
      const rows = node.children.map((row): TableRow => {
        const cells = neutralBlocks(row.children, context) as TableCell[];
        return { type: "tableRow", children: cellsAtMost(width, cells) };
      });
      return [{ type: "table", align: node.align ?? null, children: rows }];
    }
    case "tableCell":
      return [{ type: "tableCell", children: tidyPhrasing(neutralPhrasing(node.children, "cell", context)) }];
    case "footnoteDefinition": {
      const children = neutralBlocks(node.children, context) as typeof node.children;
      return [{ type: "footnoteDefinition", ...context.footnotes.of(node), children }];
    }
    default: {
      const { position: _, ...rest } = node;
      return [
        "children" in rest ? ({ ...rest, children: neutralBlocks(rest.children, context) } as Nodes) : rest,
      ];
    }
  }
}

/** A block of HTML may hold blank lines; a paragraph may not. */
function neutralHtml(html: string, line: number | undefined, note: TakeNote): Paragraph[] {
  if (html === EMPTY_COMMENT) return [];
  if (isLineBreak(html)) {
    note("dropped", "line-break", line, html);
    return [];
  }
  const text = withoutControls(htmlAsText(html, line, note));
  return text
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((part): Paragraph => ({ type: "paragraph", children: tidyPhrasing(withoutAutolinks(part)) }))
    .filter(({ children }) => children.length > 0);
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if ("children" in node) for (const child of node.children) visit(child, look);
}

/** A diagram that would be refused stays as the text that it is. */
function languageOf(language: string | null | undefined, code: string): string | null {
  const refused = language?.toLowerCase() === "mermaid" && guardDiagram(code).length > 0;
  return refused ? "text" : (language ?? null);
}
