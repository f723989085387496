import type { PhrasingContent } from "mdast";
import type { TakeNote } from "./note.ts";

/** Raw HTML → the same characters as text; comments go, and both are noted with their line. */
export function htmlAsText(html: string, line: number | undefined, note: TakeNote): string {
  const lineAt = (index: number) =>
    line === undefined ? undefined : line + html.slice(0, index).split("\n").length - 1;
  let text = "";
  let end = 0;
  for (const comment of html.matchAll(/<!--(?:>|->|[\s\S]*?-->)/g)) {
    note("dropped", "comment", lineAt(comment.index), comment[0]);
    text += html.slice(end, comment.index);
    end = comment.index + comment[0].length;
  }
  text += html.slice(end);
  if (text.trim() !== "") note("prose", "html-as-text", lineAt(html.length - html.trimStart().length), text);
  for (const tag of text.matchAll(/<(?:a|img)\b[^>]*\b(?:href|src)\s*=\s*["']?([^"'\s>]+)/gi))
    note("prose", "html-address", lineAt(tag.index), tag[1]!);
  return text;
}

/** A tag that only breaks the line. */
export function isLineBreak(html: string): boolean {
  return /^<\/?br\s*\/?>$/i.test(html.trim());
}

/** Text → text in which addresses stand in code, so that no parser makes links of them. */
export function withoutAutolinks(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  const add = (value: string) => value !== "" && parts.push({ type: "text", value });
  for (const match of text.matchAll(
    /<[^<>]*(?::\/\/|www\.|@)[^<>]*>|[^\s<>"'()]*(?::\/\/|www\.|@)[^\s<>"']*/gi,
  )) {
    add(text.slice(end, match.index));
    parts.push({ type: "inlineCode", value: match[0].replace(/\s+/g, " ") });
    end = match.index + match[0].length;
  }
  add(text.slice(end));
  return parts;
}
