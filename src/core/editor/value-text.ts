import type { PlainValue } from "./edit.ts";
import { blockScalarText, keyText, otherScalarText, stringText } from "./scalar-text.ts";

/** How a file is indented. */
export interface Indentation {
  /** Columns from a mapping to the mapping within it. */
  readonly step: number;
  /** Columns from a field to the hyphens of its list. */
  readonly list: number;
}

/** Longest list or mapping that goes on one line where the file does not show another way. */
const LONGEST_IN_FLOW = 90;

/** A value on one line: lists and mappings in brackets. */
export function flowText(value: PlainValue): string {
  if (typeof value === "string") return stringText(value, true);
  if (value === null || typeof value !== "object") return otherScalarText(value as number | boolean | null);
  if (isList(value)) return `[${value.map(flowText).join(", ")}]`;
  const fields = fieldsOf(value).map(([key, field]) => `${keyText(key)}: ${flowText(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Whether a value is a list or mapping that deserves lines of its own. */
export function wantsLines(value: PlainValue): boolean {
  if (value === null || typeof value !== "object") return false;
  const parts = isList(value) ? value : fieldsOf(value).map(([, field]) => field);
  if (parts.length === 0) return false;
  return (
    !isList(value) ||
    parts.some((part) => typeof part === "object" && part !== null) ||
    flowText(value).length > LONGEST_IN_FLOW
  );
}

/** The part of a line behind a field's colon or a list's hyphen, and the lines below it; nothing before the first character but a space. */
export function behindText(
  value: PlainValue,
  column: number,
  indentation: Indentation,
  mayBlock = true,
): string {
  if (wantsLines(value)) {
    const inner = column + (isList(value) ? indentation.list : indentation.step);
    return `\n${" ".repeat(inner)}${blockText(value, inner, indentation, mayBlock)}`;
  }
  return ` ${inlineText(value, column + indentation.step, mayBlock)}`;
}

/** A value that begins on the line it is put on: a scalar, a text of several lines, or brackets. */
export function inlineText(value: PlainValue, column: number, mayBlock: boolean): string {
  if (typeof value !== "string") return flowText(value);
  return (mayBlock ? blockScalarText(value, column) : undefined) ?? stringText(value, false);
}

/** A filled list or mapping in lines at a column; the first line comes without its margin. */
export function blockText(
  value: PlainValue,
  column: number,
  indentation: Indentation,
  mayBlock = true,
): string {
  const margin = `\n${" ".repeat(column)}`;
  if (isList(value)) return value.map((item) => itemText(item, column, indentation, mayBlock)).join(margin);
  return fieldsOf(value as Mapping)
    .map(([key, field]) => fieldText(key, field, column, indentation, mayBlock))
    .join(margin);
}

/** `- item` at a column. */
export function itemText(
  item: PlainValue,
  column: number,
  indentation: Indentation,
  mayBlock = true,
): string {
  if (!wantsLines(item)) return `- ${inlineText(item, column + 2, mayBlock)}`;
  return `- ${blockText(item, column + 2, indentation, mayBlock)}`;
}

/** `key: value` at a column. */
export function fieldText(
  key: string,
  field: PlainValue,
  column: number,
  indentation: Indentation,
  mayBlock = true,
): string {
  return `${keyText(key)}:${behindText(field, column, indentation, mayBlock)}`;
}

type Mapping = { readonly [key: string]: PlainValue | undefined };

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function fieldsOf(value: Mapping): [string, PlainValue][] {
  return Object.entries(value).filter((field): field is [string, PlainValue] => field[1] !== undefined);
}
