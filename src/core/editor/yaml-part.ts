/** Where the YAML of a text stands, and on which line it begins: between the two lines of hyphens, or the whole of a YAML file. */
export function yamlPart(file: string, text: string): { from: number; to: number; line: number } | undefined {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  if (file.endsWith(".yaml")) return { from: start, to: text.length, line: 1 };
  const opening = /^---[ \t]*\n/.exec(text.slice(start))?.[0];
  if (opening === undefined) return undefined;
  const from = start + opening.length;
  const closing = text.indexOf("\n---", from - 1);
  if (closing === -1 || !/^[ \t]*(?:\n|$)/.test(text.slice(closing + 4))) return undefined;
  return { from, to: closing + 1, line: 2 };
}
