import type { Finding } from "../finding.ts";

/** Largest MDX file, in bytes. */
export const MAX_DOCUMENT_BYTES = 512 * 1024;
/** Largest YAML log, in bytes. */
export const MAX_DATA_BYTES = 4 * 1024 * 1024;
/** Longest line, in UTF-16 code units. */
export const MAX_LINE = 20_000;
/** Deepest nesting of quotes, lists, brackets and components in a body. */
export const MAX_BODY_DEPTH = 24;
/** Deepest nesting of brackets in code. */
const MAX_CODE_DEPTH = 400;
/** Deepest nesting of YAML. */
export const MAX_DATA_DEPTH = 16;
/** Most keys in one YAML mapping. */
export const MAX_KEYS = 400;
/** Most links in one body. */
export const MAX_LINKS = 2_000;

/** What a body may not be before any parser sees it: too long a line, too deeply nested, too many links. */
export function bodyLimits(file: string, body: string, firstLine: number): Finding | undefined {
  const nest: BracketState = { depth: 0, braces: 0, deepest: 0 };
  let line = firstLine;
  let tags = 0;
  let links = 0;
  let fence: string | undefined;
  for (const text of body.split("\n")) {
    const problem = (code: string, message: string): Finding => ({ code, message, spot: { file, line, column: 1 } });
    if (text.length > MAX_LINE) return problem("line-too-long", `Unexpected line of ${text.length} characters, expected at most ${MAX_LINE}`);
    const depth = markerDepth(text);
    if (depth > MAX_BODY_DEPTH) return problem("nesting-too-deep", `Unexpected nesting of ${depth} levels, expected at most ${MAX_BODY_DEPTH}`);
    fence = fenceAfter(fence, text);
    if (/^\s*$/.test(text) && nest.braces === 0) nest.depth = 0;
    countBrackets(text, nest);
    // Code may hold deeper brackets than prose; what a parser takes for code and what this line takes for it can differ, so code has a limit too.
    const most = fence === undefined ? MAX_BODY_DEPTH * 2 : MAX_CODE_DEPTH;
    if (nest.deepest > most) return problem("nesting-too-deep", `Unexpected brackets ${nest.deepest} levels deep, expected at most ${most}`);
    tags += fence === undefined ? countOf(text, OPENING_TAG) - countOf(text, CLOSING_TAG) : 0;
    if (tags > MAX_BODY_DEPTH) return problem("nesting-too-deep", `Unexpected tags ${tags} levels deep, expected at most ${MAX_BODY_DEPTH}`);
    if (/[*_~]{128,}/.test(text) && fence === undefined && !/^\s*([*_~])(?:\s*\1)*\s*$/.test(text)) return problem("nesting-too-deep", "Unexpected run of more than 128 emphasis marks");
    links += countOf(text, /\]\(|\]\[|https?:/g);
    if (links > MAX_LINKS) return problem("nesting-too-deep", `Unexpected number of links, expected at most ${MAX_LINKS}`);
    line++;
  }
  return undefined;
}

/** What YAML may not be before any parser sees it: too long a line, too deep, too many keys in one mapping. */
export function dataLimits(file: string, yaml: string, firstLine: number): Finding | undefined {
  const keysAt: number[] = [];
  let flow = 0;
  let commas = 0;
  let line = firstLine;
  for (const text of yaml.split("\n")) {
    const problem = (code: string, message: string): Finding => ({ code, message, spot: { file, line, column: 1 } });
    if (text.length > MAX_LINE) return problem("line-too-long", `Unexpected line of ${text.length} characters, expected at most ${MAX_LINE}`);
    const lead = /^(?:[ \t]|- |-$|\? )*/.exec(text)![0];
    const indent = lead.length;
    if (lead.split("-").length + flow > MAX_DATA_DEPTH || indent > MAX_DATA_DEPTH * 8)
      return problem("nesting-too-deep", `Unexpected nesting, expected at most ${MAX_DATA_DEPTH} levels`);
    if (indent < text.length && text[indent] !== "#" && flow === 0) {
      if (lead.includes("-")) for (let at = 0; at <= indent; at++) if (at > lead.indexOf("-")) keysAt[at] = 0;
      keysAt.length = Math.min(keysAt.length, indent + 1);
      keysAt[indent] = (keysAt[indent] ?? 0) + 1;
      if (keysAt[indent]! > MAX_KEYS && /^[^\s#][^#]*?:(\s|$)/.test(text.slice(indent)))
        return problem("too-many-keys", `Unexpected mapping of more than ${MAX_KEYS} keys`);
    }
    for (const char of text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "")) {
      if (char === "[" || char === "{") flow++;
      else if (char === "]" || char === "}") flow = Math.max(0, flow - 1);
      else if (char === "," && flow > 0) commas++;
      if (flow > MAX_DATA_DEPTH) return problem("nesting-too-deep", `Unexpected nesting of ${flow} brackets, expected at most ${MAX_DATA_DEPTH}`);
    }
    if (flow === 0) commas = 0;
    if (commas > MAX_KEYS) return problem("too-many-keys", `Unexpected list or mapping of more than ${MAX_KEYS} parts in brackets`);
    line++;
  }
  return undefined;
}

/** A tag whose `<` is not escaped, that is, does not follow an odd number of backslashes. */
const OPENING_TAG = /(?<!(?<!\\)(?:\\\\)*\\)<[A-Za-z>]/g;
const CLOSING_TAG = /(?<!(?<!\\)(?:\\\\)*\\)<\/|\/>/g;

interface BracketState {
  depth: number;
  braces: number;
  /** Deepest nesting on the last line. */
  deepest: number;
}

/** Follows brackets over a line; an open brace keeps the count over blank lines, since MDX does too. */
function countBrackets(text: string, state: BracketState): void {
  state.deepest = state.depth;
  for (const char of text) {
    if (char === "[" || char === "(" || char === "{") {
      state.deepest = Math.max(state.deepest, ++state.depth);
      if (char === "{") state.braces++;
    } else if (char === "]" || char === ")" || char === "}") {
      state.depth = Math.max(0, state.depth - 1);
      if (char === "}") state.braces = Math.max(0, state.braces - 1);
    }
  }
}

/** The fence that is open after a line, if any. */
function fenceAfter(open: string | undefined, text: string): string | undefined {
  const mark = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/.exec(text)?.[1];
  if (!mark) return open;
  if (open === undefined) return mark;
  return mark[0] === open[0] && mark.length >= open.length ? undefined : open;
}

/** Quote marks and list marks in front of a line, as levels; the indentation of a list item counts too. */
function markerDepth(text: string): number {
  const lead = /^(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(text)![0];
  const marks = countOf(lead, /[>*+-]|\d+[.)]/g);
  const indent = /^[ \t]*/.exec(lead)![0].replaceAll("\t", "    ").length;
  return marks === 0 ? 0 : marks + Math.floor(indent / 4);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
