import type { TreeNode } from "./guard-tree.ts";

/** A footnote with everything that refers to it. */
export interface Footnote {
  readonly definition: TreeNode;
  readonly number: number;
  /** Whether it stands, or is only spoken of, in Internal blocks. */
  readonly internal: boolean;
  readonly references: readonly FootnoteReference[];
}

/** One `[^…]` of the text. */
export interface FootnoteReference {
  readonly footnote: Footnote;
  readonly id: string;
  /** Whether only the internal audience sees it. */
  readonly internal: boolean;
}

/** The footnotes of a tree in their order, and what each reference leads to. */
export interface Footnotes {
  readonly list: readonly Footnote[];
  readonly byReference: ReadonlyMap<TreeNode, FootnoteReference>;
}

const NONE: Footnotes = { list: [], byReference: new Map() };

/** Footnotes in the order in which the text speaks of them: first those that everybody sees, then those of Internal blocks. */
export function footnotesOf(root: TreeNode): Footnotes {
  const section = (root.children ?? []).find((node) => node.properties?.dataFootnotes !== undefined);
  const list = section?.children?.find((node) => node.tagName === "ol");
  if (!section || !list) return NONE;
  const definitions = new Map(
    (list.children ?? []).flatMap((node) =>
      node.tagName === "li" ? [[String(node.properties?.id), node] as const] : [],
    ),
  );
  const blocks = (root.children ?? []).filter((node) => node !== section);
  const hidden = hiddenDefinitions(blocks, definitions);
  const inText = blocks.flatMap((node) => [...referencesIn(node, false)]);
  const open = new Set<TreeNode>();
  const queue = inText.filter(({ internal }) => !internal);
  for (const { target } of queue) {
    const definition = definitions.get(target);
    if (!definition || open.has(definition) || hidden.has(definition)) continue;
    open.add(definition);
    queue.push(...[...referencesIn(definition, false)].filter(({ internal }) => !internal));
  }
  const order = [...open, ...[...definitions.values()].filter((definition) => !open.has(definition))];
  const all = [
    ...inText,
    ...order.flatMap((definition) => [...referencesIn(definition, !open.has(definition))]),
  ];
  return link(order, open, all);
}

interface Reference {
  readonly node: TreeNode;
  /** Id of the definition that it names. */
  readonly target: string;
  readonly internal: boolean;
}

function link(order: readonly TreeNode[], open: ReadonlySet<TreeNode>, all: readonly Reference[]): Footnotes {
  const byReference = new Map<TreeNode, FootnoteReference>();
  const byTarget = new Map<string, Reference[]>();
  for (const reference of all) {
    const same = byTarget.get(reference.target);
    if (same) same.push(reference);
    else byTarget.set(reference.target, [reference]);
  }
  const list = order.map((definition, index): Footnote => {
    const references: FootnoteReference[] = [];
    const footnote = { definition, number: index + 1, internal: !open.has(definition), references };
    const mine = byTarget.get(String(definition.properties?.id)) ?? [];
    const seen = (reference: Reference) => !reference.internal && !footnote.internal;
    for (const reference of [...mine.filter(seen), ...mine.filter((each) => !seen(each))]) {
      const nth = references.length + 1;
      const made = {
        footnote,
        id: `fnref-${footnote.number}${nth === 1 ? "" : `-${nth}`}`,
        internal: !seen(reference),
      };
      references.push(made);
      byReference.set(reference.node, made);
    }
    return footnote;
  });
  return { list, byReference };
}

function* referencesIn(node: TreeNode, internal: boolean): Generator<Reference> {
  const here = internal || node.name === "Internal";
  if (node.properties?.dataFootnoteRef !== undefined)
    yield { node, target: String(node.properties.href).slice(1), internal: here };
  for (const child of node.children ?? []) yield* referencesIn(child, here);
}

/** Definitions that were written in an Internal block; the parser lifts them out, so only their lines tell. */
function hiddenDefinitions(
  blocks: readonly TreeNode[],
  definitions: ReadonlyMap<string, TreeNode>,
): Set<TreeNode> {
  const spans = blocks.flatMap((node) => [...internalSpans(node)]);
  if (spans.length === 0) return new Set();
  return new Set(
    [...definitions.values()].filter((definition) => {
      const line = firstLine(definition);
      return line === undefined || spans.some(({ from, to }) => from <= line && line <= to);
    }),
  );
}

function* internalSpans(node: TreeNode): Generator<{ from: number; to: number }> {
  if (node.name === "Internal" && node.type === "mdxJsxFlowElement") {
    const { start, end } = node.position ?? {};
    yield { from: start?.line ?? 0, to: end?.line ?? Number.POSITIVE_INFINITY };
  } else for (const child of node.children ?? []) yield* internalSpans(child);
}

function firstLine(node: TreeNode): number | undefined {
  for (const child of node.children ?? []) {
    const line = child.position?.start.line ?? firstLine(child);
    if (line !== undefined) return line;
  }
  return undefined;
}
