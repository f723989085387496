import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** GitHub-flavoured Markdown with LF line ends → its tree, with positions; nothing in it runs. */
export function parseMarkdown(markdown: string): Root {
  const root = reader.parse(markdown);
  const separated = separateIndentedCode(markdown, root);
  return separated === markdown ? root : reader.parse(separated);
}

/**
 * Around indented code the parser misreads what GitHub reads well: code that ends a list falls apart line by line, and
 * a list behind code that does not begin with 1 becomes a paragraph. Empty comments in place of the blank lines around
 * the code keep them apart; no line moves.
 */
function separateIndentedCode(markdown: string, root: Root): string {
  const lines = markdown.split("\n");
  const separate = (line: number, indent: number) => {
    if (lines[line - 1]?.trim() === "" && line < lines.length)
      lines[line - 1] = " ".repeat(indent) + EMPTY_COMMENT;
  };
  const walk = (nodes: readonly Nodes[], indent: number): void => {
    for (const [index, node] of nodes.entries()) {
      const { start, end } = node.position!;
      if (node.type === "list" || node.type === "listItem")
        walk(
          node.children,
          node.type === "list" ? indent : (node.children[0]?.position?.start.column ?? 1) - 1,
        );
      else if (node.type === "code" && isIndented(lines[start.line - 1]!, indent)) {
        if (nodes[index - 1]?.type === "list") separate(start.line - 1, indent);
        if (nodes[index + 1]) separate(end.line + 1, indent);
      }
    }
  };
  walk(root.children, 0);
  return lines.join("\n");
}

/** A fence may stand at most three columns in. */
function isIndented(line: string, indent: number): boolean {
  return /^ *(?:\t| {4})/.test(line.slice(indent)) && !/^ {0,3}(?:```|~~~)/.test(line.slice(indent));
}

/** A comment without words, which separates blocks and is dropped without a note. */
export const EMPTY_COMMENT = "<!---->";
