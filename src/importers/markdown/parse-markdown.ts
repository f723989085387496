import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** GitHub-flavoured Markdown with LF line ends → its tree, with positions; nothing in it runs. */
export function parseMarkdown(markdown: string): Root {
  const root = reader.parse(markdown);
  const separated = separateCodeFromLists(markdown, root);
  return separated === markdown ? root : reader.parse(separated);
}

/**
 * The parser takes an indented code block that ends a list apart, line by line, and misreads what follows.
 * An empty comment in place of the blank line between them shows it the end of the list; no line moves.
 */
function separateCodeFromLists(markdown: string, root: Root): string {
  const lines = markdown.split("\n");
  const walk = (nodes: readonly Nodes[]): void => {
    for (const [index, node] of nodes.entries()) {
      const before = nodes[index - 1];
      const line = node.position?.start.line ?? 0;
      const isIndented = node.type === "code" && /^(?: {4}| {0,3}\t)/.test(lines[line - 1] ?? "");
      if (isIndented && before?.type === "list" && lines[line - 2]?.trim() === "")
        lines[line - 2] = EMPTY_COMMENT;
    }
  };
  walk(root.children);
  return lines.join("\n");
}

/** A comment without words, which separates blocks and is dropped without a note. */
export const EMPTY_COMMENT = "<!---->";
