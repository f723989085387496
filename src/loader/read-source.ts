import type { Finding } from "../core/finding.ts";
import { MAX_DATA_BYTES, MAX_DOCUMENT_BYTES } from "../core/parse/limits.ts";
import type { SourceText } from "../core/parse/parse-document.ts";
import type { Kind } from "../core/schemas/kinds.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The bytes of a file → its text in two parts, or why they are no text of ours. */
export function readSource(
  kind: Kind,
  id: string,
  file: string,
  bytes: Uint8Array,
): { source: SourceText } | { finding: Finding } {
  const isData = file.endsWith(".yaml");
  const most = isData ? MAX_DATA_BYTES : MAX_DOCUMENT_BYTES;
  const refuse = (code: string, message: string, line?: number, column = 1): { finding: Finding } => ({
    finding: { code, message, spot: line === undefined ? { file } : { file, line, column } },
  });
  if (bytes.byteLength > most)
    return refuse(
      "file-too-large",
      `Unexpected file of ${Math.ceil(bytes.byteLength / 1024)} KiB, expected at most ${most / 1024} KiB`,
    );
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    const { line, column } = endOf(readablePart(bytes));
    return refuse("file-encoding", "Unexpected bytes that are not UTF-8", line, column);
  }
  const control = controlCharacter(text);
  if (control)
    return refuse(
      "file-encoding",
      `Unexpected control character ${control.name}`,
      control.line,
      control.column,
    );
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (isData) {
    if (text.trim() === "")
      return refuse("file-empty", "Unexpected empty file, expected fields such as `name: …`", 1);
    return { source: { kind, id, file, yaml: text, yamlLine: 1, body: "", bodyLine: 1 } };
  }
  const split = splitFrontMatter(text);
  if (!split.ok) return refuse(split.code, split.message, split.line);
  const { yaml, yamlLine, body, bodyLine } = split;
  return { source: { kind, id, file, yaml, yamlLine, body, bodyLine } };
}

function controlCharacter(text: string): { name: string; line: number; column: number } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const match = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(text);
  if (!match) return undefined;
  const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { name, ...endOf(text.slice(0, match.index)) };
}

/** What of the bytes is text, up to the first byte that is none. */
function readablePart(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.byteLength;
  while (bad - good > 1) {
    const half = (good + bad) >>> 1;
    if (isStartOfText(bytes.subarray(0, half))) good = half;
    else bad = half;
  }
  return new TextDecoder().decode(bytes.subarray(0, good), { stream: true });
}

/** Whether bytes are UTF-8, though a character may be cut at their end. */
function isStartOfText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the next character after a text stands. */
function endOf(text: string): { line: number; column: number } {
  const lines = text.split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
