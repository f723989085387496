import { Buffer } from "node:buffer";

/** The word in front of the data of every Pagefind file, once it is unpacked. */
const SIGNATURE = "pagefind_dcd";

/** The words of an index, filter or list of pages of Pagefind, one a line; empty for any other bytes. */
export function pagefindText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString("latin1", 0, SIGNATURE.length) !== SIGNATURE) return "";
  const data = buffer.subarray(SIGNATURE.length);
  const isList = data.length > 0 && data[0]! >> 5 === 4;
  return isList ? cborText(data) : "";
}

/**
 * The text strings of CBOR data (RFC 8949), one a line. Read as plain bytes each would carry its length as one more
 * letter in front, and no word in a search index would begin where it begins. Stops where the data stops to be CBOR.
 */
function cborText(buffer: Buffer): string {
  const texts: string[] = [];
  let at = 0;
  while (at < buffer.length) {
    const type = buffer[at]! >> 5;
    const short = buffer[at]! & 31;
    const width = short < 24 ? 0 : short < 28 ? 1 << (short - 24) : short === 31 ? 0 : -1;
    if (width < 0 || at + 1 + width > buffer.length) break;
    const argument = short === 31 ? 0 : argumentAt(buffer, at + 1, width, short);
    at += 1 + width;
    // Text and byte strings are followed by their content; arrays, maps, tags and numbers by nothing of their own.
    if (type !== 2 && type !== 3) continue;
    texts.push(buffer.toString(type === 3 ? "utf8" : "latin1", at, at + argument));
    at += argument;
  }
  return texts.join("\n");
}

function argumentAt(buffer: Buffer, at: number, width: number, short: number): number {
  if (width === 0) return short;
  return width === 8 ? Number(buffer.readBigUInt64BE(at)) : buffer.readUIntBE(at, width);
}
