import type { PhrasingContent, TableCell } from "mdast";

/** Neighbouring texts become one. */
export function joinTexts(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else result.push({ ...child });
  }
  return result;
}

/** Spaces at the ends of lines, and breaks at the ends of a block, go: a paragraph cannot hold them. */
export function tidyPhrasing(children: readonly PhrasingContent[]): PhrasingContent[] {
  const result = joinTexts(children);
  for (const [index, child] of result.entries()) {
    if (child.type !== "text") continue;
    child.value = child.value.replace(/[ \t]*\n\s*/g, "\n");
    if (result[index - 1]?.type === "break") child.value = child.value.trimStart();
    if (result[index + 1]?.type === "break") child.value = child.value.trimEnd();
  }
  trimEnds(result);
  return result.filter((child) => child.type !== "text" || child.value !== "");
}

/** Cells beyond the head's are not shown by GFM: their words go into the last one that is. */
export function cellsAtMost(width: number, cells: readonly TableCell[]): TableCell[] {
  const kept = cells.slice(0, width);
  const extra = cells.slice(width).filter(({ children }) => children.length > 0);
  const last = kept.at(-1);
  if (!last || extra.length === 0) return kept;
  const added = extra.flatMap((cell): PhrasingContent[] => [
    { type: "text", value: " | " },
    ...cell.children,
  ]);
  return [...kept.slice(0, -1), { type: "tableCell", children: tidyPhrasing([...last.children, ...added]) }];
}

function trimEnds(children: PhrasingContent[]): void {
  for (;;) {
    const first = children[0];
    if (first?.type === "text") first.value = first.value.replace(/^[ \t\n]+/, "");
    const last = children.at(-1);
    if (last?.type === "text") last.value = last.value.replace(/[ \t\n]+$/, "");
    if (first && isNothing(first)) children.shift();
    else if (last && isNothing(last)) children.pop();
    else return;
  }
}

function isNothing(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value === "");
}
