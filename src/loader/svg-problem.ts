const decoder = new TextDecoder("utf-8", { fatal: true });

/** What a drawing holds that could run or fetch something when somebody opens it by its address; `undefined` when it is only a drawing. */
export function svgProblem(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return "bytes that are not UTF-8";
  }
  if (!/^\s*(?:<\?xml [^>]*\?>\s*)?<svg[\s>]/.test(text)) return "bytes that are no drawing";
  return DANGERS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Whatever the spelling: names of elements may carry a prefix, and addresses may only point within the drawing. */
const DANGERS: readonly (readonly [RegExp, string])[] = [
  [/<!(?:DOCTYPE|ENTITY|\[CDATA)/i, "a declaration"],
  [/<\?(?!xml\s)/i, "an instruction"],
  [/<(?:[\w.-]+:)?(?:script|handler|listener|iframe|embed|object|audio|video)\b/i, "a program"],
  [/<(?:[\w.-]+:)?foreignObject\b/i, "a page"],
  [/<(?:[\w.-]+:)?(?:animate\w*|set|discard)\b/i, "a movement"],
  [/[\s"'/]on[a-z]+\s*=/i, "a handler of events"],
  [/[\s"':/](?:href|src|action|data)\s*=\s*(?:"(?!\s*#)|'(?!\s*#)|(?!["'#\s]))/i, "an address outside of it"],
  [/url\(\s*(?!["']?\s*#)/i, "an address outside of it"],
  [/@(?:import|font-face|namespace)|\b(?:image-set|src|cross-fade|element)\(/i, "an address outside of it"],
  // In styles these hide what a word is.
  [/<style\b[^<]*\\|=\s*"[^"<]*\\|=\s*'[^'<]*\\/i, "letters written as numbers"],
  [/&#/, "letters written as numbers"],
];
