import type { TreeNode } from "../guard-tree.ts";
import { textOf } from "../text-of.ts";

/** The source of a diagram, which is a code block in the language `mermaid`; `undefined` for every other block. */
export function diagramSource(pre: TreeNode): string | undefined {
  if (pre.tagName !== "pre") return undefined;
  const code = pre.children?.find((child) => child.tagName === "code");
  const names = code?.properties?.className;
  if (!code || !Array.isArray(names) || String(names[0]).toLowerCase() !== "language-mermaid")
    return undefined;
  return textOf(code).replace(/\n$/, "");
}
