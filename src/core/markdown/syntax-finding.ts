import type { Finding } from "../finding.ts";
import type { HiddenCode } from "./hide-code.ts";

/** What stopped the parser, which says `line:column: message (rule)`, as a problem of the author's. */
export function syntaxFinding(
  file: string,
  source: string,
  error: unknown,
  hidden: HiddenCode,
  firstLine: number,
): Finding {
  const raw = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx-[a-z:-]+\))?$/.exec(raw);
  if (!match)
    return {
      code: "mdx-syntax",
      message: `Unexpected markup: ${hidden.revealText(raw).replace(/\s+/g, " ")}`,
      spot: { file },
    };
  const [, line, column, words] = match as unknown as [string, string, string, string];
  // The parser knows lines of the body only; the author knows those of the file.
  const message = words.replace(
    /(\(|\bat )(\d+):(\d+)(?=\))/g,
    (_, before: string, row: string, at: string) => `${before}${Number(row) + firstLine - 1}:${at}`,
  );
  const spot = { file, line: Number(line) + firstLine - 1, column: Number(column) };
  const [, name, brace] =
    TAG_WITH_BRACE.exec(
      source
        .split("\n")
        .slice(Number(line) - 1)
        .join("\n")
        .slice(Number(column) - 1, Number(column) + 2_000),
    ) ?? [];
  if (brace?.endsWith("."))
    return {
      code: "mdx-spread",
      message: `Unexpected spread in \`<${name}>\`, expected attributes with text`,
      spot,
    };
  if (brace)
    return {
      code: "mdx-expression",
      message: `Unexpected expression in \`<${name}>\`, expected text in quotes: content is data and never runs`,
      spot,
    };
  const help = "A literal `<` is written `\\<`; only the listed components may be used as tags.";
  return {
    code: "mdx-syntax",
    message: `Unexpected markup: ${hidden.revealText(message).replace(/\s+/g, " ")}`,
    help,
    spot,
  };
}

/** A tag whose attributes hold a brace outside quotes. */
const TAG_WITH_BRACE =
  /^<([A-Za-z][\w.:-]*)(?:\s+[A-Za-z_][\w:.-]*(?:=(?:"[^"]*"|'[^']*'))?)*\s*(?:[A-Za-z_][\w:.-]*\s*=\s*)?(\{\s*(?:\.\.\.)?)/;
