import { decodeCharacterReferences } from "../../core/audience/character-references.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Any words as one line of plain text that a field can hold. */
export function asLine(words: string): string {
  const line = words
    .replace(/[\u2028\u2029]/g, " ")
    .replace(CONTROLS, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line || "Untitled";
}

/** Words that may be HTML as plain text in paragraphs, at most as long as a field can hold; whether it was cut. */
export function asParagraphs(words: string): { readonly text: string; readonly cut: boolean } {
  const plain = decodeCharacterReferences(
    words
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/<\/(?:p|div|li|h[1-6])>/gi, "\n\n")
      .replace(/<a\b[^>]*\bhref="(https?:[^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, "$2 ($1)")
      .replace(/<\/?[a-z][^<>]*>/gi, ""),
  )
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return plain.length > 10_000
    ? { text: `${plain.slice(0, 9_999)}…`, cut: true }
    : { text: plain, cut: false };
}
