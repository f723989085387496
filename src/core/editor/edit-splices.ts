import { type Document, isMap, isSeq } from "yaml";
import type { Edit, PlainValue, Splice } from "./edit.ts";
import { replaceValue } from "./replace-value.ts";
import { keyText } from "./scalar-text.ts";
import { fieldText, flowText, type Indentation, itemText } from "./value-text.ts";
import {
  endOfSlot,
  findSlot,
  indentationOf,
  lineEnd,
  lineStart,
  nameOf,
  type Slot,
  slotsOf,
} from "./yaml-slot.ts";

/** The splices that carry out an edit on a YAML text; the edit is known to make sense for its values. */
export function editSplices(text: string, document: Document.Parsed, edit: Edit): Splice[] {
  const indentation = indentationOf(text, document);
  const { slot, steps } = findSlot(text, document, edit.path);
  if (edit.do === "remove")
    return steps < edit.path.length ? [] : removeSlot(text, document, edit.path, indentation);
  const rest = edit.path.slice(steps) as string[];
  if (edit.do !== "set" && rest.length === 0 && isSeq(slot.value))
    return addItems(text, slot, addedItems(edit), indentation);
  const value = edit.do === "set" ? edit.value : addedItems(edit);
  if (rest.length === 0) return replaceValue(text, slot, value, indentation);
  const [key, ...inner] = rest as [string, ...string[]];
  const wrapped = inner.reduceRight<PlainValue>((field, name) => ({ [name]: field }), value);
  if (isMap(slot.value) && slot.value.items.length > 0)
    return addField(
      text,
      slot,
      key,
      wrapped,
      edit.do === "set" && inner.length === 0 ? edit.order : undefined,
      indentation,
    );
  if (slot.of === "whole" && !slot.value) {
    const gap = text === "" || text.endsWith("\n") ? "" : "\n";
    return [
      { from: text.length, to: text.length, text: `${gap}${fieldText(key, wrapped, 0, indentation)}\n` },
    ];
  }
  return replaceValue(text, slot, { [key]: wrapped }, indentation);
}

function addField(
  text: string,
  slot: Slot,
  key: string,
  value: PlainValue,
  order: readonly string[] | undefined,
  indentation: Indentation,
): Splice[] {
  const fields = slotsOf(text, slot);
  const before = neighbour(slot, key, order) ?? fields.length - 1;
  if (fields[0]!.inFlow) {
    const field = `${keyText(key)}: ${flowText(value)}`;
    if (before < 0) return [insert(fields[0]!.start, `${field}, `)];
    return [insert(endOfSlot(text, fields[before]!), `, ${field}`)];
  }
  const { column } = fields[0]!;
  const field = fieldText(key, value, column, indentation);
  const margin = `\n${" ".repeat(column)}`;
  if (before < 0) return [insert(fields[0]!.start, field + margin)];
  return [insert(lineEnd(text, endOfSlot(text, fields[before]!)), margin + field)];
}

/** The number of the last field that usually comes before a new one; -1 when none does, `undefined` when nothing is said. */
function neighbour({ value }: Slot, key: string, order: readonly string[] | undefined): number | undefined {
  const place = order?.indexOf(key) ?? -1;
  if (!isMap(value) || place === -1) return undefined;
  const earlier = new Set(order!.slice(0, place));
  return value.items.findLastIndex((pair) => earlier.has(nameOf(pair)));
}

function addedItems(edit: Extract<Edit, { do: "append" | "extend" }>): readonly PlainValue[] {
  return edit.do === "append" ? [edit.value] : edit.values;
}

function addItems(
  text: string,
  slot: Slot,
  values: readonly PlainValue[],
  indentation: Indentation,
): Splice[] {
  const last = slotsOf(text, slot).at(-1);
  if (!last) return replaceValue(text, slot, values, indentation);
  const end = endOfSlot(text, last);
  if (last.inFlow) return [insert(end, values.map((value) => `, ${flowText(value)}`).join(""))];
  const likeLast = (isMap(last.value) || isSeq(last.value)) && last.value.flow;
  const margin = `\n${" ".repeat(last.column)}`;
  const items = values.map((value) =>
    likeLast ? `- ${flowText(value)}` : itemText(value, last.column, indentation),
  );
  return [insert(lineEnd(text, end), items.map((item) => margin + item).join(""))];
}

function removeSlot(
  text: string,
  document: Document.Parsed,
  path: Edit["path"],
  indentation: Indentation,
): Splice[] {
  const { slot } = findSlot(text, document, path);
  const parent = findSlot(text, document, path.slice(0, -1)).slot;
  const all = slotsOf(text, parent);
  const next = all[slot.index + 1];
  const end = endOfSlot(text, slot);
  if (all.length === 1) return replaceValue(text, parent, isSeq(parent.value) ? [] : {}, indentation);
  if (slot.inFlow) {
    if (next) return [{ from: slot.start, to: next.start, text: "" }];
    return [{ from: endOfSlot(text, all[slot.index - 1]!), to: end, text: "" }];
  }
  const line = lineStart(text, slot.start);
  if (text.slice(line, slot.start).trim() !== "" && next)
    return [{ from: slot.start, to: next.start, text: "" }];
  const eol = lineEnd(text, end);
  return eol < text.length
    ? [{ from: line, to: eol + 1, text: "" }]
    : [{ from: Math.max(0, line - 1), to: eol, text: "" }];
}

function insert(at: number, text: string): Splice {
  return { from: at, to: at, text };
}
