import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { FieldPath } from "../finding.ts";

/** Finds fields in a YAML text that was parsed once with positions: line and column from 1; an absent field stands for its nearest parent. */
export function fieldPlaces(
  yaml: string,
  firstLine: number,
): (path: FieldPath, name?: boolean) => { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  return (path, name = false) => {
    const place = lines.linePos(offsetOf(document.contents, path, name));
    return { line: place.line + firstLine - 1, column: place.col };
  };
}

/** Where a field begins: its value if that is plain, its name if it is a mapping or list or the name is asked for. */
function offsetOf(contents: unknown, path: FieldPath, name: boolean): number {
  let node: unknown = contents;
  let offset = 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String((item.key as Node & { value?: unknown })?.value) === String(step),
      );
      if (!pair) break;
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      offset = (last && !name && isScalar(value) && value.range ? value.range[0] : key.range?.[0]) ?? offset;
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
