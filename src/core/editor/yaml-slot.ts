import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { FieldPath } from "../finding.ts";
import type { Indentation } from "./value-text.ts";

/** The place of one value in a text: behind a colon, behind a hyphen, or the whole. */
export interface Slot {
  readonly of: "field" | "item" | "whole";
  /** The mapping or list that it is in. */
  readonly parent?: YAMLMap | YAMLSeq;
  /** Its number in the parent. */
  readonly index: number;
  /** Where the field's name or the hyphen begins. */
  readonly start: number;
  /** Behind the colon or hyphen; `undefined` where there is none. */
  readonly behind: number | undefined;
  /** Column of the name or hyphen. */
  readonly column: number;
  /** Whether it stands in brackets. */
  readonly inFlow: boolean;
  /** The value; `undefined` where nothing is written. */
  readonly value: Node | undefined;
}

/** The slot at a path as far as there is one, and how many steps lead there. */
export function findSlot(
  text: string,
  document: Document.Parsed,
  path: FieldPath,
): { slot: Slot; steps: number } {
  const contents = written(document.contents);
  let slot: Slot = {
    of: "whole",
    index: 0,
    start: contents?.range?.[0] ?? text.length,
    behind: undefined,
    column: 0,
    inFlow: false,
    value: contents,
  };
  for (const [steps, step] of path.entries()) {
    const next = within(text, slot, step);
    if (!next) return { slot, steps };
    slot = next;
  }
  return { slot, steps: path.length };
}

/** Where a slot's own text ends, spaces and line breaks behind it left out. */
export function endOfSlot(text: string, slot: Slot): number {
  if (slot.value) return endOfNode(text, slot.value);
  if (slot.behind !== undefined) return slot.behind;
  const pair = (slot.parent as YAMLMap | undefined)?.items[slot.index] as Pair<Node, Node> | undefined;
  return pair?.key?.range?.[1] ?? slot.start;
}

/** Where a node's text ends, spaces and line breaks behind it left out. */
export function endOfNode(text: string, node: Node): number {
  const [from, to] = node.range!;
  return from + text.slice(from, to).trimEnd().length;
}

/** All slots of a mapping or list, in order. */
export function slotsOf(text: string, slot: Slot): Slot[] {
  const { value } = slot;
  if (isMap(value)) return value.items.map((_, index) => fieldSlot(text, value, index));
  if (isSeq(value)) return value.items.map((_, index) => itemSlot(text, value, index));
  return [];
}

/** The name of a field. */
export function nameOf(pair: Pair): string {
  return String((pair.key as { value?: unknown } | null)?.value);
}

/** Column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** How a text indents mappings and lists; two columns where it does not show. */
export function indentationOf(text: string, document: Document.Parsed): Indentation {
  const found: { step?: number; list?: number } = {};
  visit(document, {
    Pair(_, { key, value }) {
      const from = (key as Node | null)?.range?.[0];
      if (from === undefined || !(isMap(value) || isSeq(value)) || value.flow || !value.range) return;
      const wide = columnOf(text, value.range[0]) - columnOf(text, from);
      if (isSeq(value)) found.list ??= wide;
      else if (wide > 0) found.step ??= wide;
    },
  });
  return { step: found.step ?? 2, list: found.list ?? 2 };
}

function within(text: string, { value }: Slot, step: string | number): Slot | undefined {
  if (isMap(value)) {
    const index = value.items.findIndex((pair) => nameOf(pair) === step);
    return index === -1 ? undefined : fieldSlot(text, value, index);
  }
  if (isSeq(value) && typeof step === "number" && value.items[step]) return itemSlot(text, value, step);
  return undefined;
}

function fieldSlot(text: string, parent: YAMLMap, index: number): Slot {
  const pair = parent.items[index] as Pair<Node, Node>;
  const start = pair.key.range![0];
  const separator = pair.srcToken && "sep" in pair.srcToken ? pair.srcToken.sep : undefined;
  const colon = separator?.find(({ type }) => type === "map-value-ind")?.offset;
  return {
    of: "field",
    parent,
    index,
    start,
    behind: colon === undefined ? undefined : colon + 1,
    column: columnOf(text, start),
    inFlow: parent.flow ?? false,
    value: written(pair.value),
  };
}

function itemSlot(text: string, parent: YAMLSeq, index: number): Slot {
  const value = written(parent.items[index] as Node);
  const token = parent.srcToken;
  const hyphen =
    token?.type === "block-seq"
      ? token.items[index]?.start.find(({ type }) => type === "seq-item-ind")?.offset
      : undefined;
  const start = hyphen ?? value?.range?.[0] ?? parent.range![0];
  return {
    of: "item",
    parent,
    index,
    start,
    behind: hyphen === undefined ? undefined : hyphen + 1,
    column: columnOf(text, start),
    inFlow: parent.flow ?? false,
    value,
  };
}

/** A node that has text of its own. */
function written(node: Node | null | undefined): Node | undefined {
  if (!node?.range) return undefined;
  return isScalar(node) && node.range[0] === node.range[1] ? undefined : node;
}
