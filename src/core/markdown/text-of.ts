import type { TreeNode } from "./guard-tree.ts";

/** The text of a node without markup. */
export function textOf(node: TreeNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}
