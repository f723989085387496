const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** Applications that say how often an animation runs, or carry its colour profile. */
const NEEDED = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** A GIF without comments, plain text and the data of other applications. */
export function stripGif(bytes: Buffer): Buffer {
  let at = 13 + colourTable(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at + 1 < bytes.length) {
    const kind = bytes[at]!;
    if (kind === EXTENSION) {
      const end = endOfBlocks(bytes, at + 2);
      if (isNeeded(bytes, at)) parts.push(bytes.subarray(at, end));
      at = end;
    } else if (kind === IMAGE && at + 10 < bytes.length) {
      const end = endOfBlocks(bytes, at + 11 + colourTable(bytes[at + 9]!));
      parts.push(bytes.subarray(at, end));
      at = end;
    } else break;
  }
  parts.push(Buffer.from([TRAILER]));
  return Buffer.concat(parts);
}

function isNeeded(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === CONTROL) return true;
  return label === APPLICATION && NEEDED.has(bytes.toString("latin1", at + 3, at + 14));
}

/** Length of the colour table that a field of flags announces. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** The byte after a row of blocks, each with its length first; an empty one ends it. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
  return Math.min(at + 1, bytes.length);
}
