import { Buffer } from "node:buffer";

/** Fewer characters than this could not hide an id, and are everywhere. */
const SHORTEST = 12;
const LONG = 24;
/** A line as long as the 64 or 76 characters of encoded letters may go on in the next one. */
const WRAPPED = 60;
const SEPARATOR = 0;

const values = new Int8Array(128).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((character, value) => {
  values[character.charCodeAt(0)] = value;
});
values["-".charCodeAt(0)] = 62;
values["_".charCodeAt(0)] = 63;

/**
 * The bytes of everything in a text that could be base64, in either alphabet. Where a run begins is not known, so each
 * is decoded from four places. Long runs without a capital are paths; encoded text is never that (1 in 200,000).
 */
export function base64Runs(text: string): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  // Whoever looks at every twelfth character misses no run of twelve.
  for (let at = SHORTEST - 1; at < text.length; at += SHORTEST) {
    if (!isInside(text, at)) continue;
    let start = at;
    while (isInside(text, start - 1)) start -= 1;
    at = endOfRun(text, start);
    const run = text.slice(start, at);
    if (run.length < SHORTEST || (run.length >= LONG && !/[A-Z]/.test(run))) continue;
    const characters = run.includes("\n") ? run.replace(/[\r\n]/g, "") : run;
    for (let skip = 0; skip < 4; skip += 1) pieces.push(decode(characters, skip));
  }
  return pieces;
}

/** Many small pieces as one, parted by zero bytes. */
export function joinPieces(pieces: readonly Uint8Array[]): Buffer {
  const whole = Buffer.alloc(
    pieces.reduce((sum, piece) => sum + piece.length + 1, 0),
    SEPARATOR,
  );
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length + 1;
  }
  return whole;
}

/** The end of the run that begins at a place, over line ends after long lines. */
function endOfRun(text: string, from: number): number {
  let at = from;
  let line = from;
  for (;;) {
    while (isInside(text, at)) at += 1;
    const next = text.startsWith("\r\n", at) ? at + 2 : text.startsWith("\n", at) ? at + 1 : -1;
    if (next === -1 || at - line < WRAPPED || !isInside(text, next)) return at;
    at = next;
    line = next;
  }
}

function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && values[code]! >= 0;
}

function decode(characters: string, skip: number): Uint8Array {
  const bytes = new Uint8Array(((characters.length - skip) * 3) >> 2);
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let n = skip; n < characters.length; n += 1) {
    bits = ((bits << 6) | values[characters.charCodeAt(n)]!) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
  }
  return bytes;
}
