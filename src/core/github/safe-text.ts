/** Contributed words as they may stand in an issue: nothing hidden, nobody mentioned, nothing linked or closed. */

/** One line of contributed words for a title or a commit's subject: no Markdown is expected to be read there. */
export function safeLine(text: string, most = 200): string {
  return cut(withoutCalls(withoutHidden(text).replace(/\s+/g, " ").trim()), most);
}

/** Contributed words inside a line of Markdown, saying themselves and nothing else. */
export function safeInline(text: string, most = 1_000): string {
  const line = cut(withoutHidden(text).replace(/\s+/g, " ").trim(), most);
  return withoutCalls(line.replace(/[\\`*_{}[\]<>()+!|~&$]/g, "\\$&")).replace(
    /^(\s*)([-=.\d]+)/,
    (_, space: string, start: string) => `${space}${start.replace(/[-=.]/g, "\\$&")}`,
  );
}

/** Contributed words as a block: fenced by more backquotes than any run in them, so that nothing in them is Markdown. */
export function fenced(text: string, most = 20_000): string {
  const words = cut(withoutCalls(withoutHidden(text)), most);
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}text\n${words}\n${fence}`;
}

/** The text without control characters, save the ends of lines and tabs, and without what hides or turns text. */
export function withoutHidden(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(HIDDEN, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** No mention, reference or address: a character without width stands behind what would begin one. */
function withoutCalls(text: string): string {
  return text
    .replace(/[@#]/g, "$&\u200b")
    .replace(/\bGH-(?=\d)/gi, "$&\u200b")
    .replace(/:\/\//g, ":\u200b//")
    .replace(/\bwww\./gi, "www\u200b.");
}

/** At most so many characters, never half of one. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
