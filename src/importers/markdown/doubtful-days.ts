import type { Nodes, Root } from "mdast";
import { takeDay } from "./day.ts";
import type { TakeNote } from "./note.ts";
import { textOf } from "./text-of.ts";

const CANDIDATE =
  /(?<![\p{L}\p{N}/=_.-])(?:\d{4}-\d{2}-\d{2}(?!-?\d)|(?:(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,4})/giu;
const RANGE = /(?<!\d)(\d{4}-\d{2}-\d{2})\s*(?:to|until|till|through|–|—|-)\s*(\d{4}-\d{2}-\d{2})(?!\d)/gi;

/** Notes days in prose that are on no calendar, and spans that end before they begin; code is left out. */
export function noteDoubtfulDays(root: Root, lineOffset: number, note: TakeNote): void {
  const walk = (node: Nodes): void => {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") look(node);
    else if ("children" in node) for (const child of node.children) walk(child);
  };
  const look = (node: Nodes): void => {
    const text = textOf(node);
    const lineAt = (index: number) =>
      (node.position?.start.line ?? 1) + lineOffset + text.slice(0, index).split("\n").length - 1;
    for (const { index } of text.matchAll(CANDIDATE)) {
      const day = takeDay(text.slice(index))?.day;
      if (day && "problem" in day) note("problem", "impossible-date", lineAt(index), day.problem);
    }
    for (const { index, 0: words, 1: from, 2: to } of text.matchAll(RANGE))
      if (to! < from!) note("problem", "reversed-dates", lineAt(index), `${words} ends before it begins`);
  };
  walk(root);
}
