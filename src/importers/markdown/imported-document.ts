import type { ImportedDocument } from "./import-types.ts";
import { type FrontMatterValue, writeFrontMatter } from "./write-front-matter.ts";

const NO_DIGEST = "0".repeat(32);

/** Fields and body → a document that carries the digest of itself, so that a later edit is noticed. */
export function importedDocument(
  path: string,
  from: string,
  fields: Readonly<Record<string, FrontMatterValue | undefined>>,
  body: string,
  digest: (text: string) => string,
  format: "markdown" | "cstate" | "statuspage" | "upptime" = "markdown",
): ImportedDocument {
  const imported = { from, format, digest: NO_DIGEST };
  const text = `${writeFrontMatter({ ...fields, imported })}${body === "" ? "" : `\n${body}`}`;
  return { path, from, text: withDigest(text, digestOfDocument(text, digest)) };
}

/** Whether a document is as an import wrote it: its own digest tells. */
export function isUntouched(text: string, written: string, digest: (text: string) => string): boolean {
  return digestOfDocument(text, digest) === written;
}

/** The digest of a document without its own digest; line ends do not count. */
function digestOfDocument(text: string, digest: (text: string) => string): string {
  return digest(withDigest(text.replaceAll("\r\n", "\n"), NO_DIGEST));
}

function withDigest(text: string, digest: string): string {
  const end = text.indexOf("\n---", 3);
  return text.slice(0, end).replace(/^( {2}digest: )"?[0-9a-f]{32}"?$/m, `$1"${digest}"`) + text.slice(end);
}
