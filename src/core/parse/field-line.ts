import type { FieldPath } from "../finding.ts";
import { fieldPlaces } from "./field-places.ts";

/**
 * The line of a field in a YAML text whose first line is `firstLine`, read off its indentation: pages name thousands of
 * fields, and parsing every file again for it costs a hundred times as much. What is written otherwise is parsed after all.
 */
export function fieldLine(yaml: string, firstLine: number, path: FieldPath): number {
  const found = lineIn(yaml.split("\n"), path);
  return found === undefined ? fieldPlaces(yaml, firstLine)(path).line : firstLine + found;
}

/** The index of a field's line, or of its nearest parent's where it is absent; `undefined` where the layout is unusual. */
function lineIn(lines: readonly string[], path: FieldPath): number | undefined {
  let range = { from: 0, to: lines.length, indent: -1 };
  let found = 0;
  for (const [depth, step] of path.entries()) {
    const at = typeof step === "number" ? itemAt(lines, range, step) : keyAt(lines, range, step);
    if (at === "unusual") return undefined;
    if (at === undefined) return found;
    found = at;
    const item = /^\s*- /.test(lines[at]!);
    const value = item
      ? lines[at]!.trim().slice(2).trim()
      : lines[at]!.slice(lines[at]!.indexOf(":") + 1).trim();
    const last = depth === path.length - 1;
    // A mapping or list on one line: whatever is in it stands on this line.
    if (/^[[{]/.test(value)) return closes(value) ? at : undefined;
    if (last) return /^[&*!]/.test(value) ? undefined : at;
    if (item || !(value === "" || value.startsWith("#"))) return undefined;
    range = { from: at + 1, to: endOf(lines, at, range.to), indent: indentOf(lines[at]!) };
  }
  return found;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** Indentation of the parent. */
  readonly indent: number;
}

function keyAt(lines: readonly string[], { from, to }: Range, key: string): number | "unusual" | undefined {
  const first = firstWritten(lines, from, to);
  if (first === undefined) return undefined;
  if (/^\s*[-?"'{[&*!<]/.test(lines[first]!)) return "unusual";
  const indent = indentOf(lines[first]!);
  for (let index = first; index < to; index++) {
    const line = lines[index]!;
    if (indentOf(line) !== indent || isBlank(line)) continue;
    if (/^\s*["'?&]/.test(line)) return "unusual";
    if (line.startsWith(`${key}:`, indent)) return index;
  }
  return undefined;
}

function itemAt(lines: readonly string[], { from, to }: Range, item: number): number | "unusual" | undefined {
  const first = firstWritten(lines, from, to);
  if (first === undefined) return undefined;
  if (!/^\s*- /.test(lines[first]!)) return "unusual";
  const indent = indentOf(lines[first]!);
  let seen = -1;
  for (let index = first; index < to; index++) {
    const line = lines[index]!;
    if (indentOf(line) === indent && line.startsWith("- ", indent) && ++seen === item) return index;
  }
  return undefined;
}

/** The first line after a field that belongs to it no more; a list may stand under its name without indentation. */
function endOf(lines: readonly string[], at: number, to: number): number {
  const indent = indentOf(lines[at]!);
  for (let index = at + 1; index < to; index++) {
    const line = lines[index]!;
    if (isBlank(line) || indentOf(line) > indent) continue;
    if (!(indentOf(line) === indent && line.startsWith("- ", indent))) return index;
  }
  return to;
}

function firstWritten(lines: readonly string[], from: number, to: number): number | undefined {
  for (let index = from; index < to; index++) if (!isBlank(lines[index]!)) return index;
  return undefined;
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether every bracket of a flow value is closed on its line. */
function closes(text: string): boolean {
  let depth = 0;
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "")) {
    if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
  }
  return depth === 0;
}
