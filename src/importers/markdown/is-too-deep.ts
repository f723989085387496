import { MAX_BODY_DEPTH, MAX_LINE } from "../../core/parse/limits.ts";

const MOST_BRACKETS = 2_000;

/** Whether a text is nested or crossed beyond what people write: no parser may see it as anything but code. */
export function isTooDeep(markdown: string): boolean {
  let brackets = 0;
  for (const line of markdown.split("\n")) {
    if (line.length > MAX_LINE || /[*_~]{128,}/.test(line.replace(/^[\s*_~]+$/, ""))) return true;
    const lead = /^(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)![0];
    const marks = lead.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
    const indent = /^[ \t]*/.exec(lead)![0].replaceAll("\t", "    ").length;
    if (marks > 0 && marks + Math.floor(indent / 4) > MAX_BODY_DEPTH) return true;
    brackets =
      line.trim() === "" ? 0 : brackets + (line.startsWith("|") ? 0 : (line.match(/[[\]]/g)?.length ?? 0));
    if (brackets > MOST_BRACKETS) return true;
  }
  return false;
}
