import type { Nodes } from "mdast";

/** The words of a node without markup: blocks on lines of their own, comments left out. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case "html":
      return node.value.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?br\s*\/?>/gi, "\n");
    case "break":
      return "\n";
    case "image":
      return node.alt ?? "";
    case "footnoteReference":
    case "definition":
      return "";
    default: {
      if ("value" in node) return node.value;
      if (!("children" in node)) return "";
      const between = SEPARATORS[node.type] ?? "";
      return node.children.map(textOf).join(between);
    }
  }
}

const SEPARATORS: Readonly<Record<string, string>> = {
  root: "\n\n",
  list: "\n",
  listItem: "\n",
  blockquote: "\n",
  table: "\n",
  tableRow: " | ",
  footnoteDefinition: "\n",
};
