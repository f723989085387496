/** How many words in a row make a passage. */
export const SHINGLE_WORDS = 8;

/** A window with fewer words of three letters is a row of numbers or signs and says nothing. */
const TELLING_WORDS = 3;
const BASE_HIGH = 0x01000193;
const BASE_LOW = 0x85ebca6b;
const TOP_HIGH = power(BASE_HIGH, SHINGLE_WORDS - 1);
const TOP_LOW = power(BASE_LOW, SHINGLE_WORDS - 1);

/** Receives each window of eight words as two 32-bit numbers, with where it begins and ends in the text. */
export type ShingleVisitor = (high: number, low: number, start: number, end: number) => void;

/**
 * Visits every eight words in a row of a text. Words are runs of letters and digits of any script, compared without
 * case, accents and invisible characters; whatever stands between them does not matter.
 */
export function eachShingle(text: string, visit: ShingleVisitor): void {
  const highs = new Int32Array(SHINGLE_WORDS);
  const lows = new Int32Array(SHINGLE_WORDS);
  const starts = new Int32Array(SHINGLE_WORDS);
  const telling = new Uint8Array(SHINGLE_WORDS);
  let high = 0;
  let low = 0;
  let tellingWords = 0;
  let words = 0;
  let at = 0;
  while (at < text.length) {
    let folded = fold(text.charCodeAt(at));
    if (folded <= IGNORED) {
      at += 1;
      continue;
    }
    const start = at;
    let wordHigh = 0x811c9dc5 | 0;
    let wordLow = 0x9e3779b9 | 0;
    let letters = 0;
    do {
      if (folded !== IGNORED) {
        wordHigh = Math.imul(wordHigh ^ folded, 0x01000193);
        wordLow = Math.imul(wordLow ^ folded, 0x5bd1e995);
        wordLow ^= wordLow >>> 15;
        if (folded > 57) letters += 1;
      }
      at += 1;
      folded = at < text.length ? fold(text.charCodeAt(at)) : SEPARATOR;
    } while (folded !== SEPARATOR);
    const slot = words % SHINGLE_WORDS;
    high = Math.imul(high - Math.imul(highs[slot]!, TOP_HIGH), BASE_HIGH) + wordHigh;
    low = Math.imul(low - Math.imul(lows[slot]!, TOP_LOW), BASE_LOW) + wordLow;
    const tells = letters >= 3 ? 1 : 0;
    tellingWords += tells - telling[slot]!;
    highs[slot] = wordHigh;
    lows[slot] = wordLow;
    starts[slot] = start;
    telling[slot] = tells;
    words += 1;
    if (words >= SHINGLE_WORDS && tellingWords >= TELLING_WORDS)
      visit(high >>> 0, low >>> 0, starts[words % SHINGLE_WORDS]!, at);
  }
}

const UNKNOWN = 0;
const SEPARATOR = 1;
const IGNORED = 2;
const folds = new Uint16Array(65536);

/** The code unit that stands for one in comparison: lower case, without accents. */
function fold(code: number): number {
  const known = folds[code]!;
  return known === UNKNOWN ? learn(code) : known;
}

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const plain = character.normalize("NFKD").toLowerCase().charAt(0);
  let folded = SEPARATOR;
  if (/[\u00AD\u200B-\u200D\u2060\uFEFF]|\p{M}/u.test(character)) folded = IGNORED;
  else if (/[\p{L}\p{N}]/u.test(plain)) folded = plain.charCodeAt(0);
  folds[code] = folded;
  return folded;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let n = 0; n < exponent; n += 1) result = Math.imul(result, base);
  return result;
}
