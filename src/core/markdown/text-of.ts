import type { TreeNode } from "./guard-tree.ts";

/** The text of a node without markup; `open` leaves out what stands in Internal blocks. */
export function textOf(node: TreeNode, reader: "everybody" | "open" = "everybody"): string {
  if (reader === "open" && node.name === "Internal") return "";
  return node.value ?? (node.children ?? []).map((child) => textOf(child, reader)).join("");
}
