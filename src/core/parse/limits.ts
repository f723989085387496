import type { Finding } from "../finding.ts";

/** Largest MDX file, in bytes. */
export const MAX_DOCUMENT_BYTES = 512 * 1024;
/** Largest picture, in bytes. */
export const MAX_PICTURE_BYTES = 16 * 1024 * 1024;
/** Largest YAML log, in bytes. */
export const MAX_DATA_BYTES = 1024 * 1024;
/** Longest line, in UTF-16 code units. */
export const MAX_LINE = 20_000;
/** Deepest nesting of quotes, lists, brackets and components in a body. */
export const MAX_BODY_DEPTH = 24;
/** Deepest nesting of brackets in code. */
const MAX_CODE_DEPTH = 400;
/** Most tags in code that nothing closes. */
const MAX_CODE_TAGS = 2_000;
/** Deepest nesting of YAML. */
export const MAX_DATA_DEPTH = 16;
/** Most keys in one YAML mapping. */
export const MAX_KEYS = 400;
/** Most links in one body. */
export const MAX_LINKS = 2_000;
/** Most character references such as `&amp;` in one body; the parser's time grows with their square. */
const MAX_REFERENCES = 5_000;
/** Most cells in the tables of one body: a short row is filled up to the width of its head. */
const MAX_CELLS = 40_000;
/** Most tags in one body. */
const MAX_TAGS = 4_000;

/** What a body may not be before any parser sees it: too long a line, too deeply nested, too many links. */
export function bodyLimits(file: string, body: string, firstLine: number): Finding | undefined {
  const nest: BracketState = { depth: 0, braces: 0, deepest: 0 };
  let line = firstLine;
  let tags = 0;
  let tagsInCode = 0;
  let links = 0;
  let references = 0;
  let columns = 0;
  let cells = 0;
  let opened = 0;
  let fence: string | undefined;
  for (const text of body.split("\n")) {
    const problem = (code: string, message: string): Finding => ({
      code,
      message,
      spot: { file, line, column: 1 },
    });
    if (text.length > MAX_LINE)
      return problem(
        "line-too-long",
        `Unexpected line of ${text.length} characters, expected at most ${MAX_LINE}`,
      );
    const depth = markerDepth(text);
    if (depth > MAX_BODY_DEPTH)
      return problem(
        "nesting-too-deep",
        `Unexpected nesting of ${depth} levels, expected at most ${MAX_BODY_DEPTH}`,
      );
    fence = fenceAfter(fence, text);
    if (/^\s*$/.test(text) && nest.braces === 0) nest.depth = 0;
    countBrackets(text, nest);
    // Code may hold deeper brackets than prose; what a parser takes for code and what this line takes for it can differ, so code has a limit too.
    const most = fence === undefined ? MAX_BODY_DEPTH * 2 : MAX_CODE_DEPTH;
    if (nest.deepest > most)
      return problem(
        "nesting-too-deep",
        `Unexpected brackets ${nest.deepest} levels deep, expected at most ${most}`,
      );
    opened += countOf(text, OPENING_TAG);
    if (opened > MAX_TAGS)
      return problem("nesting-too-deep", `Unexpected number of tags, expected at most ${MAX_TAGS}`);
    // A name in angle brackets within code is no tag; a reader that takes it for one still meets the limit of code.
    tagsInCode += openTags(text);
    tags += fence === undefined ? openTags(text.replace(/`[^`]*`/g, "")) : 0;
    if (tags > MAX_BODY_DEPTH || tagsInCode > MAX_CODE_TAGS)
      return problem(
        "nesting-too-deep",
        `Unexpected tags ${Math.max(tags, tagsInCode)} levels deep, expected at most ${MAX_BODY_DEPTH}`,
      );
    if (/[*_~]{128,}/.test(text) && fence === undefined && !/^\s*([*_~])(?:\s*\1)*\s*$/.test(text))
      return problem("nesting-too-deep", "Unexpected run of more than 128 emphasis marks");
    columns = /^[\s>]*$/.test(text) ? 0 : Math.max(columns, columnsOf(text));
    cells += columns;
    if (cells > MAX_CELLS)
      return problem(
        "nesting-too-deep",
        `Unexpected number of cells in tables, expected at most ${MAX_CELLS}`,
      );
    references += countOf(text, /&[#\w]/g);
    if (references > MAX_REFERENCES)
      return problem(
        "nesting-too-deep",
        `Unexpected number of character references, expected at most ${MAX_REFERENCES}`,
      );
    links += countOf(text, /\]\(|\]\[|https?:/g);
    if (links > MAX_LINKS)
      return problem("nesting-too-deep", `Unexpected number of links, expected at most ${MAX_LINKS}`);
    line++;
  }
  return undefined;
}

/**
 * What YAML may not be before any parser sees it: too long a line, too many keys in one mapping. Whoever hides keys from
 * this by writing them in brackets is found by `readYaml`, whose parser takes time in proportion and has its own limit of depth.
 */
export function dataLimits(file: string, yaml: string, firstLine: number): Finding | undefined {
  const keysAt: number[] = [];
  let open = 0;
  let line = firstLine;
  for (const text of yaml.split("\n")) {
    const problem = (code: string, message: string): Finding => ({
      code,
      message,
      spot: { file, line, column: 1 },
    });
    if (text.length > MAX_LINE)
      return problem(
        "line-too-long",
        `Unexpected line of ${text.length} characters, expected at most ${MAX_LINE}`,
      );
    const lead = /^(?:[ \t]|- |-$|\? )*/.exec(text)![0];
    const indent = lead.length;
    if (open === 0 && indent < text.length && text[indent] !== "#") {
      if (lead.includes("-")) for (let at = lead.indexOf("-") + 1; at <= indent; at++) keysAt[at] = 0;
      keysAt.length = Math.min(keysAt.length, indent + 1);
      if (/^[^\s#[\]{},][^#]*?:(\s|$)/.test(text.slice(indent))) keysAt[indent] = (keysAt[indent] ?? 0) + 1;
      if (keysAt[indent]! > MAX_KEYS)
        return problem("too-many-keys", `Unexpected mapping of more than ${MAX_KEYS} keys`);
    }
    open = openAfter(open, text);
    line++;
  }
  return undefined;
}

/** How many brackets of a list or mapping over several lines are open after a line, as far as one can tell without parsing. */
function openAfter(open: number, text: string): number {
  if (open === 0 && !/(?:^|[:-])[ \t]+[[{]|^[[{]/.test(text)) return 0;
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  return Math.max(0, open + countOf(bare, /[[{]/g) - countOf(bare, /[\]}]/g));
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

/** How many columns a table has whose second line this may be. */
function columnsOf(text: string): number {
  return /^[\s>*+\d.)|:-]*-[\s|:-]*$/.test(text) ? countOf(text, /\|/g) + 1 : 0;
}

/** Quote marks and list marks in front of a line, as levels; the indentation of a list item counts too. */
function markerDepth(text: string): number {
  const lead = /^(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(text)![0];
  const marks = countOf(lead, /[>*+-]|\d+[.)]/g);
  const indent = /^[ \t]*/.exec(lead)![0].replaceAll("\t", "    ").length;
  return marks === 0 ? 0 : marks + Math.floor(indent / 4);
}

/** Tags that a text opens less those that it closes. */
function openTags(text: string): number {
  return countOf(text, OPENING_TAG) - countOf(text, CLOSING_TAG);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
