import { decodeCharacterReferences } from "./character-references.ts";

/** Elements that stand inside a word or a sentence: taking them away must not part what they stand in. */
const INLINE = new Set(
  (
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var " +
    "wbr"
  ).split(" "),
);

/** A tag of this length without a value of several words may be no tag but a sentence between `<` and `>`. */
const LONG_TAG = 60;

/**
 * What a reader finds in a piece of markup: its text with references decoded, and after it, line by line, the
 * attribute values of several words and the comments. Plain text comes back as it is, a lone `<` included.
 */
export function readableText(markup: string): string {
  if (!markup.includes("<")) return decodeCharacterReferences(markup);
  let text = "";
  const aside: string[] = [];
  let from = 0;
  for (let at = markup.indexOf("<"); at !== -1; at = markup.indexOf("<", Math.max(from, at + 1))) {
    const end = endOfTag(markup, at, aside);
    if (end === -1) continue;
    text += markup.slice(from, at);
    if (!INLINE.has(nameAt(markup, at))) text += "\n";
    from = end;
  }
  const whole = text + markup.slice(from);
  return decodeCharacterReferences(aside.length === 0 ? whole : `${whole}\n${aside.join("\n")}`);
}

/** Where the tag or comment at a `<` ends; -1 when the `<` is only a character. */
function endOfTag(markup: string, at: number, aside: string[]): number {
  if (markup.startsWith("<!--", at)) {
    const end = markup.indexOf("-->", at + 4);
    aside.push(markup.slice(at + 4, end === -1 ? undefined : end));
    return end === -1 ? markup.length : end + 3;
  }
  const next = markup.charCodeAt(at + 1);
  const letter = (next | 32) >= 97 && (next | 32) <= 122;
  if (!letter && next !== 47 && next !== 33 && next !== 63) return -1;
  const values: string[] = [];
  for (let place = at + 2; place < markup.length; place += 1) {
    const code = markup.charCodeAt(place);
    if (code === 62) {
      if (place - at > LONG_TAG && values.length === 0) aside.push(markup.slice(at + 1, place));
      aside.push(...values);
      return place + 1;
    }
    if (code === 60) return -1;
    if ((code === 34 || code === 39) && markup.charCodeAt(place - 1) === 61) {
      const close = markup.indexOf(code === 34 ? '"' : "'", place + 1);
      if (close === -1) return -1;
      const value = markup.slice(place + 1, close);
      if (value.includes(" ") || value.includes("&")) values.push(value);
      place = close;
    }
  }
  return -1;
}

function nameAt(markup: string, at: number): string {
  let start = at + 1;
  if (markup.charCodeAt(start) === 47) start += 1;
  let end = start;
  while (end - start < 8 && (markup.charCodeAt(end) | 32) >= 97 && (markup.charCodeAt(end) | 32) <= 122)
    end += 1;
  return markup.slice(start, end).toLowerCase();
}
