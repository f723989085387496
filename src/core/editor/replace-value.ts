import { isMap, isScalar, isSeq } from "yaml";
import type { PlainValue, Splice } from "./edit.ts";
import { behindText, blockText, flowText, type Indentation, inlineText, wantsLines } from "./value-text.ts";
import { columnOf, endOfSlot, lineEnd, lineStart, type Slot } from "./yaml-slot.ts";

/** The splices that put a value into a slot; the way in which the old one was written is kept where it can be. */
export function replaceValue(
  text: string,
  slot: Slot,
  value: PlainValue,
  indentation: Indentation,
): Splice[] {
  const { behind, value: old } = slot;
  const end = endOfSlot(text, slot);
  const put = (from: number, to: number, words: string): Splice => ({ from, to, text: words });
  if (slot.inFlow) {
    if (old) return [put(old.range![0], end, flowText(value))];
    return [
      behind === undefined
        ? put(end, end, `: ${flowText(value)}`)
        : put(behind, behind, ` ${flowText(value)}`),
    ];
  }
  const rest = text.slice(end, lineEnd(text, end)).trim();
  const remark = remarkOf(text, slot);
  const mayBlock = rest === "" && remark === "";
  const lines = wantsLines(value) ? !isFlow(slot) : isBlock(slot) && isFilled(value) && !isList(value);
  if (slot.of === "whole")
    return [
      put(slot.start, end, lines ? blockText(value, slot.column, indentation, mayBlock) : flowText(value)),
    ];
  const below = old !== undefined && behind !== undefined && text.slice(behind, old.range![0]).includes("\n");
  const start = old?.range?.[0] ?? behind!;
  if (!lines) {
    const words = inlineText(
      value,
      slot.column + indentation.step,
      mayBlock && !(below && hasRemark(text.slice(behind, start))),
    );
    if (!old) return [put(behind!, behind!, ` ${words}`)];
    if (!below) return [put(start, end, words + remark)];
    return [put(behind!, behind!, ` ${words}`), put(lineStart(text, start) - 1, end, "")];
  }
  if (below) {
    const least = slot.column + (isList(value) ? 0 : 1);
    const column = columnOf(text, start) >= least ? columnOf(text, start) : slot.column + indentation.step;
    return [
      put(lineStart(text, start), end, " ".repeat(column) + blockText(value, column, indentation, mayBlock)),
    ];
  }
  if (slot.of === "item") {
    const column = old ? columnOf(text, start) : slot.column + 2;
    return [put(start, end, (old ? "" : " ") + blockText(value, column, indentation, mayBlock) + remark)];
  }
  const eol = lineEnd(text, end);
  return [put(behind!, end, remark), put(eol, eol, behindText(value, slot.column, indentation))];
}

/** A remark behind the sign that begins a text of several lines (`| # so`), which outlives the text. */
function remarkOf(text: string, { value }: Slot): string {
  if (!isScalar(value) || !/^BLOCK/.test(value.type ?? "")) return "";
  const from = value.range![0];
  return /\s#.*$/.exec(text.slice(from, lineEnd(text, from)))?.[0] ?? "";
}

function hasRemark(between: string): boolean {
  return between.includes("#");
}

function isFlow({ value }: Slot): boolean {
  return (isMap(value) || isSeq(value)) && value.flow === true && value.items.length > 0;
}

function isBlock({ value }: Slot): boolean {
  return (isMap(value) || isSeq(value)) && value.flow !== true;
}

function isList(value: PlainValue): boolean {
  return Array.isArray(value);
}

function isFilled(value: PlainValue): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
