import type { Incident } from "../../core/schemas/incident.ts";
import { epochOf } from "../../core/time.ts";
import { asParagraphs } from "../history/as-line.ts";
import type { ForeignUpdate } from "../history/foreign-history.ts";
import { readInstant } from "../history/written-instant.ts";
import type { TakeNote } from "../markdown/note.ts";

type Status = Incident["updates"][number]["status"];

const TRACK = /\{\{[<%]\s*track\s+["“]?([^"”<>%]+?)["”]?\s*[>%]\}\}/g;
const SHORTCODE = /\{\{[<%].*?[>%]\}\}/g;
const HEAD = /^\*{1,3}\s*([A-Za-z][^*\n]{0,60}?)\s*\*{1,3}\s*[-–—:]?\s*/;

const STATUSES: Readonly<Record<string, Status>> = {
  investigating: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  resolved: "resolved",
  fixed: "resolved",
  completed: "resolved",
};

/**
 * Paragraphs of an issue that carry the instant at which they were published → updates, and the text without them, line
 * for line; "Update" goes on with the status before it.
 */
export function trackedUpdates(
  body: string,
  lineOffset: number,
  zone: string,
  take: TakeNote,
): { readonly updates: readonly ForeignUpdate<Status>[]; readonly rest: string } {
  let rest = body;
  const found: { at: string; word: string; text: string }[] = [];
  let from = 0;
  for (const match of body.matchAll(TRACK)) {
    const line = body.slice(0, match.index).split("\n").length + lineOffset;
    const read = readInstant(match[1]!, zone);
    const start = from + startOfBlock(body.slice(from, match.index));
    const end = match.index + match[0].length;
    from = end;
    if (!read.ok || read.instant.precision) {
      take("problem", "impossible-date", line, read.ok ? (read.remark ?? match[1]!) : read.why);
      continue;
    }
    const words = body.slice(start, match.index).trim();
    const word = HEAD.exec(words)?.[1]?.toLowerCase() ?? "";
    const { text, cut } = asParagraphs(plain(words.replace(HEAD, "")));
    if (text === "") continue;
    if (cut) take("dropped", "long-update", line, "the end of an update of more than 10,000 characters");
    found.push({ at: read.instant.at, word, text });
    rest = rest.slice(0, start) + body.slice(start, end).replace(/[^\n]/g, " ") + rest.slice(end);
  }
  const updates: ForeignUpdate<Status>[] = [];
  // Newest first in the source, so that of two with one instant the later one stands first.
  for (const { at, word, text } of found.reverse().sort((a, b) => epochOf(a.at) - epochOf(b.at))) {
    const status = STATUSES[word] ?? updates.at(-1)?.status ?? "investigating";
    updates.push({ at, status, text });
  }
  if (updates.length > 0)
    take("mapped", "updates", undefined, `${updates.length} paragraphs with an instant`);
  const bare = rest.replace(SHORTCODE, (code, at: number) => {
    take("dropped", "shortcode", rest.slice(0, at).split("\n").length + lineOffset, code);
    return " ".repeat(code.length);
  });
  return { updates, rest: bare.replace(/^[ \t]+$/gm, "") };
}

/** Where the paragraph of an instant begins: behind the last rule, at the last status word. */
function startOfBlock(text: string): number {
  const rule = [...text.matchAll(/^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm)].at(-1);
  const after = rule ? rule.index + rule[0].length : 0;
  const heads = [...text.slice(after).matchAll(/^\*{1,3}[ \t]*[A-Za-z][^*\n]{0,60}?\*{1,3}[ \t]*[-–—:]/gm)];
  return after + (heads.at(-1)?.index ?? 0);
}

/** Markdown of one paragraph as the words that it says. */
function plain(words: string): string {
  return words
    .replace(/!?\[([^\]\n]*)\]\(([^)\s]+)[^)]*\)/g, "$1 ($2)")
    .replace(/(\*{1,3})(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/\*{2,}$/g, "");
}
