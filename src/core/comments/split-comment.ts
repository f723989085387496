import { withoutHidden } from "../github/safe-text.ts";

/** A line that begins with a command's slash, with what stands behind the word and below it. */
export interface SaidCommand {
  /** The line of the comment, from 1. */
  readonly line: number;
  readonly word: string;
  /** What stands behind the word on its line. */
  readonly rest: string;
  /** The lines below it, up to the next command. */
  readonly below: readonly string[];
}

/**
 * The commands of a comment. One begins a line, at most three spaces in; whatever stands in a fence, an indented block, a
 * quotation or a comment of HTML is no command. A word behind a slash that no command resembles is prose.
 */
export function splitComment(body: string, isCommand: (word: string) => boolean): SaidCommand[] {
  const said: { line: number; word: string; rest: string; below: string[] }[] = [];
  let fence: string | undefined;
  let hidden = false;
  for (const [index, line] of withoutHidden(body).split("\n").entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const open = fence === undefined && !hidden;
    const begun = open && !mark ? COMMAND.exec(line) : null;
    if (begun && isCommand(begun[1]!)) {
      said.push({ line: index + 1, word: begun[1]!, rest: begun[2]!.trim(), below: [] });
      continue;
    }
    said.at(-1)?.below.push(line);
    if (fence !== undefined) {
      if (mark && mark[1]!.startsWith(fence) && mark[2]!.trim() === "") fence = undefined;
    } else if (mark && !hidden) fence = mark[1]!;
    else if (hidden ? line.includes("-->") : line.includes("<!--"))
      hidden = line.lastIndexOf("<!--") > line.lastIndexOf("-->");
  }
  return said;
}

/** A slash, or a sign that looks like one, and a word. */
const COMMAND = /^ {0,3}[/\uff0f\u2044\u2215]([\p{L}\p{N}_-]{1,30})(?=\s|$)(.*)$/u;
