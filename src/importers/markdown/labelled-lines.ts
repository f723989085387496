import type { Nodes, Root } from "mdast";
import { textOf } from "./text-of.ts";

/** A line such as `Severity: SEV2` or a row of a table with two columns. */
export interface LabelledLine {
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** Every line of a document that gives one thing a name: in lists, paragraphs and tables of two columns. */
export function labelledLines(root: Root): LabelledLine[] {
  const found: LabelledLine[] = [];
  const add = (text: string, line: number) => {
    const match = /^\s*([\p{L}][\p{L} /-]{1,40}?)\s*(?::|\s[–-]\s|\|)\s*(\S.*)$/u.exec(text);
    if (match) found.push({ label: match[1]!.toLowerCase(), value: match[2]!.trim(), line });
  };
  const walk = (node: Nodes): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "paragraph")
      for (const [index, text] of textOf(node).split("\n").entries()) add(text, line + index);
    else if (node.type === "table") {
      if (node.children[0]?.children.length === 2)
        for (const row of node.children)
          add(row.children.map((cell) => textOf(cell).trim()).join(" | "), row.position?.start.line ?? line);
    } else if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return found;
}
