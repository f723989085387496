import type GithubSlugger from "github-slugger";
import { type Footnotes, footnotesOf } from "./footnotes.ts";
import type { TreeNode } from "./guard-tree.ts";
import { textOf } from "./text-of.ts";

/** What the headings, steps and footnotes of a tree are called. */
export interface Numbering {
  readonly headings: ReadonlyMap<TreeNode, string>;
  /** Steps count 1, 2, 3; the ones in Internal blocks count 2.1, 2.2 after the one before them. */
  readonly steps: ReadonlyMap<TreeNode, string>;
  readonly footnotes: Footnotes;
}

/** Names everything that is counted, so that what stands in Internal blocks changes the name of nothing outside them. */
export function numberTree(root: TreeNode, slugger: GithubSlugger): Numbering {
  const found: Found = { open: [], internal: [], steps: new Map(), last: 0, after: 0 };
  collect(root, false, found);
  for (let step = 1; step <= found.last; step++) slugger.slug(`step-${step}`);
  const headings = new Map<TreeNode, string>();
  for (const heading of [...found.open, ...found.internal])
    headings.set(heading, slugger.slug(textOf(heading, "open").trim() || "section"));
  return { headings, steps: found.steps, footnotes: footnotesOf(root) };
}

interface Found {
  readonly open: TreeNode[];
  readonly internal: TreeNode[];
  readonly steps: Map<TreeNode, string>;
  last: number;
  after: number;
}

function collect(node: TreeNode, internal: boolean, found: Found): void {
  if (node.tagName && /^h[1-6]$/.test(node.tagName)) (internal ? found.internal : found.open).push(node);
  else if (node.name === "Step") {
    if (internal) found.steps.set(node, `${found.last}.${++found.after}`);
    else {
      found.steps.set(node, String(++found.last));
      found.after = 0;
    }
  }
  if (node.properties?.dataFootnotes !== undefined) return;
  for (const child of node.children ?? []) collect(child, internal || node.name === "Internal", found);
}
