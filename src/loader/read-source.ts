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
  const refuse = (code: string, message: string, line?: number): { finding: Finding } => ({
    finding: { code, message, spot: line === undefined ? { file } : { file, line, column: 1 } },
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
    return refuse("file-encoding", "Unexpected bytes that are not UTF-8");
  }
  const control = controlCharacter(text);
  if (control) return refuse("file-encoding", `Unexpected control character ${control.name}`, control.line);
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

function controlCharacter(text: string): { name: string; line: number } | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const match = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(text);
  if (!match) return undefined;
  const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { name, line: text.slice(0, match.index).split("\n").length };
}
