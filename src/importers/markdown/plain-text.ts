/** Text whose control characters became the replacement character; line ends and tabs stay. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "\ufffd");
}

/** Text on one line, without direction marks, at most so long: what a `line` of a schema takes. */
export function asLine(text: string, longest = 300): string {
  const flat = withoutControls(text)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return flat.length <= longest ? flat : `${flat.slice(0, longest - 1).trimEnd()}…`;
}

/** Text of several lines without what a `text` of a schema refuses. */
export function asText(text: string, longest = 10_000): string {
  const kept = withoutControls(text)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  return kept.length <= longest ? kept : `${kept.slice(0, longest - 1).trimEnd()}…`;
}
