/** GitHub refuses a body of more than 65,536 characters; ours end well before. */
const MOST = 65_000;

/** Parts of a body, as many as fit, with a sentence in place of the rest. */
export function bodyOf(parts: readonly string[]): string {
  const kept: string[] = [];
  let length = LEFT_OUT.length + 2;
  for (const part of parts) {
    if (part === "") continue;
    length += part.length + 2;
    if (length > MOST) return [...kept, LEFT_OUT].join("\n\n");
    kept.push(part);
  }
  return kept.join("\n\n");
}

const LEFT_OUT = "_The rest is left out here, for GitHub takes no longer text._";

/** A body with the mark by which it is found again, as its last line. */
export function markedBody(body: string, key: string): string {
  return `${bodyOf([body])}\n\n${markOf(key)}`;
}

/** Whether a body ends with the mark of a key; a mark anywhere else may be somebody's words. */
export function hasMark(body: string | null | undefined, key: string): boolean {
  return keyOf(body) === key;
}

/** The key of an issue that is found by a label which only people who may write can give: its last mark, though they wrote below it. */
export function issueKey(body: string | null | undefined): string | undefined {
  const lines = (body ?? "").split(/\r\n?|\n/);
  return lines.map((line) => keyOf(line)).findLast((key) => key !== undefined);
}

/** The key in the mark that a body ends with. */
export function keyOf(body: string | null | undefined): string | undefined {
  return /(?:^|\n)<!-- tidemark: ([a-z0-9][a-z0-9/._-]*) -->\s*$/.exec(
    body?.replace(/\r\n?/g, "\n") ?? "",
  )?.[1];
}

function markOf(key: string): string {
  if (!/^[a-z0-9][a-z0-9/._-]*$/.test(key)) throw new Error(`Unexpected key ${key}, expected a plain one`);
  return `<!-- tidemark: ${key} -->`;
}
