import type { Link, Nodes } from "mdast";

/**
 * Bare addresses that GitHub does not link although the parser here does: those inside brackets that are no link,
 * as in `(issue)[https://…]`, and `www.` right behind another sign.
 */
export function mistakenAutolinks(root: Nodes, source: string): ReadonlySet<Nodes> {
  const found = new Set<Nodes>();
  const walk = (node: Nodes, block: Block): void => {
    if (node.type === "link" && isBare(node, block)) found.add(node);
    if (!("children" in node)) return;
    const own = /^(?:paragraph|heading|tableCell)$/.test(node.type) ? blockOf(node, source) : block;
    for (const child of node.children) walk(child, own);
  };
  walk(root, blockOf(root, source));
  return found;
}

interface Block {
  readonly source: string;
  /** Offset of the block in its file. */
  readonly start: number;
  /** Where the last bare address ended, so that the next one is looked for behind it. */
  cursor: number;
}

function blockOf({ position }: Nodes, source: string): Block {
  const start = position?.start.offset ?? 0;
  return { source: source.slice(start, position?.end.offset ?? source.length), start, cursor: 0 };
}

/** Links that the parser adds afterwards have no position: they are found by their text. */
function isBare(link: Link, block: Block): boolean {
  const child = link.children[0];
  const text = child?.type === "text" ? child.value : "";
  const offset = link.position?.start.offset;
  const at = offset === undefined ? block.source.indexOf(text, block.cursor) : offset - block.start;
  if (text === "" || at < 0 || /[[<]/.test(block.source[at] ?? "")) return false;
  block.cursor = at + text.length;
  if (/^www\./i.test(text) && at > 0 && !/[\s*_~(]/.test(block.source[at - 1]!)) return true;
  return !link.url.startsWith("mailto:") && opensBracket(block.source.slice(0, at));
}

/** Whether a bracket is open at the end of a text, code and escapes left out. */
function opensBracket(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|[[\]]/g)) {
    if (token === "[") depth++;
    else if (token === "]") depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}
