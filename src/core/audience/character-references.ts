/** Named references that can stand for a character of a word, an address or markup; letters and digits have no names. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "\u00AD",
  ZeroWidthSpace: "\u200B",
  zwnj: "\u200C",
  zwj: "\u200D",
  NoBreak: "\u2060",
  hyphen: "\u2010",
  dash: "\u2010",
  ndash: "\u2013",
  mdash: "\u2014",
  minus: "\u2212",
  period: ".",
  comma: ",",
  colon: ":",
  semi: ";",
  sol: "/",
  bsol: "\\",
  num: "#",
  quest: "?",
  excl: "!",
  equals: "=",
  plus: "+",
  percnt: "%",
  commat: "@",
  lowbar: "_",
  lpar: "(",
  rpar: ")",
  Tab: "\t",
  NewLine: "\n",
};

const REFERENCE = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z]{2,14}));?/g;

/** Text with its character references replaced: all numbers, and the names of punctuation and spaces. */
export function decodeCharacterReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return whole.endsWith(";") ? (NAMED[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    const character = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    return character ? String.fromCodePoint(code) : "\uFFFD";
  });
}
