/** Longest line of text that content may hold. */
const LONGEST = 300;

/** Foreign words as one line of plain text: breaks become spaces, control and text-direction characters go; cut where too long. */
export function oneLine(text: string): string {
  const flat = text
    .replace(/\s+/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what goes
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1).trimEnd()}…` : flat;
}
