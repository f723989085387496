import { readableText } from "../audience/readable-text.ts";

/** The words that a reader of a page finds, a line each: the title, the text of each block, and what attributes say. */
export function wordsOfPage(html: string): string[] {
  const shown = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, "");
  return readableText(shown)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^default-src /.test(line));
}
