/** One tag, or a comment, or a lone `<`: then `name` is empty. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Those that can hold an address or an id; of two with the same name the first, as in a browser. */
  readonly attributes: readonly Attribute[];
  /** Where reading goes on. */
  readonly end: number;
}

/** The name in lower case and the value as it is written. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

const WANTED = new Set(
  "id name href src srcset imagesrcset poster data action formaction cite content http-equiv xlink:href".split(
    " ",
  ),
);
const NO_ATTRIBUTES: readonly Attribute[] = [];
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

/** Reads what begins with the `<` at a position, as a browser's tokenizer would. */
export function readTag(html: string, at: number): Tag {
  const second = html.charCodeAt(at + 1);
  const closing = second === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  if (!isLetter(html.charCodeAt(nameStart))) return noTag(endOfOther(html, at, second, closing));
  let end = nameStart + 1;
  while (end < html.length && !endsName(html.charCodeAt(end))) end += 1;
  const name = html.slice(nameStart, end).toLowerCase();
  return readAttributes(html, end, name, closing);
}

function readAttributes(html: string, from: number, name: string, closing: boolean): Tag {
  let attributes: Attribute[] | undefined;
  let at = from;
  for (;;) {
    let code = html.charCodeAt(at);
    while (isSpace(code) || code === SLASH) code = html.charCodeAt(++at);
    if (code === GREATER) {
      const selfClosing = html.charCodeAt(at - 1) === SLASH;
      return { name, closing, selfClosing, attributes: attributes ?? NO_ATTRIBUTES, end: at + 1 };
    }
    // A tag that the end of the file cuts off is no tag.
    if (Number.isNaN(code)) return noTag(html.length);
    const nameStart = at;
    code = html.charCodeAt(++at);
    while (at < html.length && code !== EQUALS && !endsName(code)) code = html.charCodeAt(++at);
    const nameEnd = at;
    while (isSpace(code)) code = html.charCodeAt(++at);
    let valueStart = at;
    let valueEnd = at;
    if (code === EQUALS) {
      code = html.charCodeAt(++at);
      while (isSpace(code)) code = html.charCodeAt(++at);
      valueStart = at;
      if (code === QUOTE || code === APOSTROPHE) {
        valueStart = at + 1;
        valueEnd = html.indexOf(code === QUOTE ? '"' : "'", valueStart);
        if (valueEnd === -1) return noTag(html.length);
        at = valueEnd + 1;
      } else {
        while (at < html.length && code !== GREATER && !isSpace(code)) code = html.charCodeAt(++at);
        valueEnd = at;
      }
    }
    const length = nameEnd - nameStart;
    if (length < 2 || length > 11) continue;
    const attribute = html.slice(nameStart, nameEnd).toLowerCase();
    if (!WANTED.has(attribute)) continue;
    attributes ??= [];
    if (!attributes.some((other) => other.name === attribute))
      attributes.push({ name: attribute, value: html.slice(valueStart, valueEnd) });
  }
}

/** The end of a comment, a declaration, or a `<` that is only a character. */
function endOfOther(html: string, at: number, second: number, closing: boolean): number {
  if (html.startsWith("<!--", at)) {
    if (html.startsWith(">", at + 4)) return at + 5;
    if (html.startsWith("->", at + 4)) return at + 6;
    const end = /--!?>/g;
    end.lastIndex = at + 4;
    return end.test(html) ? end.lastIndex : html.length;
  }
  const bogus = second === 33 || second === 63 || (closing && at + 2 < html.length);
  if (!bogus) return at + 1;
  const end = html.indexOf(">", at + 2);
  return end === -1 ? html.length : end + 1;
}

function noTag(end: number): Tag {
  return { name: "", closing: false, selfClosing: false, attributes: NO_ATTRIBUTES, end };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 13 && code !== 11);
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}
