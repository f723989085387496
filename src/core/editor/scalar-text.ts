import { CORE_SCHEMA, load } from "js-yaml";
import { parse } from "yaml";

/** A text as a plain scalar where every reader takes it for that very text, else in double quotes; always one line. */
export function stringText(value: string, inFlow: boolean): string {
  return isPlain(value, inFlow) ? value : quoted(value);
}

/** A number, a truth value or nothing. */
export function otherScalarText(value: number | boolean | null): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`Unexpected number ${value}`);
  return String(value);
}

/** A text of several lines as a block scalar whose lines begin at a column; `undefined` where that would not say it exactly. */
export function blockScalarText(value: string, indent: number): string | undefined {
  if (!value.includes("\n") || /[[\]{}\r\t\u0085\u2028\u2029\ufeff]/.test(value)) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/.test(value) || /\p{Cs}/u.test(value))
    return undefined;
  const lines = value.replace(/\n$/, "").split("\n");
  if (/^\s|^$/.test(lines[0]!) || lines.at(-1) === "" || lines.some((line) => /^\s|\s$/.test(line)))
    return undefined;
  const margin = " ".repeat(indent);
  return `${value.endsWith("\n") ? "|" : "|-"}\n${lines.map((line) => (line === "" ? "" : margin + line)).join("\n")}`;
}

/** The name of a field. */
export function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && isPlain(key, true) ? key : quoted(key);
}

/** What YAML 1.1 took for something else than text; old readers still do. */
const OLD_WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;

function isPlain(value: string, inFlow: boolean): boolean {
  if (!/^[\p{L}\p{N}(/.]/u.test(value) || /[:\s]$/.test(value) || /:\s|\s#|["`\\]|[^\S ]/.test(value))
    return false;
  if (/\p{C}|\p{Zl}|\p{Zp}/u.test(value) || OLD_WORDS.test(value) || /^[\d:]+$/.test(value)) return false;
  if (/^(?:---|\.\.\.)/.test(value) || (inFlow ? /[[\]{},]|: ?$|:[^\p{L}\p{N}/]/u : /[[\]{}]/).test(value))
    return false;
  return load(value, { schema: CORE_SCHEMA }) === value && parse(value) === value;
}

function quoted(value: string): string {
  const odd = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
  return JSON.stringify(value).replace(
    odd,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
