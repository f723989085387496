import { Buffer } from "node:buffer";

/** What Pagefind's lists of pages and filters consist of. */
export type CborValue = number | string | readonly CborValue[];

/** Reads one value of CBOR (RFC 8949): whole numbers, texts and lists; anything else is not expected here. */
export function readCbor(bytes: Uint8Array): CborValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = { at: 0 };
  const value = readValue(buffer, place);
  if (place.at !== buffer.length)
    throw new Error(`Unexpected bytes after the CBOR value, at ${place.at} of ${buffer.length}`);
  return value;
}

/** Writes a value in its shortest form. */
export function writeCbor(value: CborValue): Buffer {
  const parts: Buffer[] = [];
  writeValue(value, parts);
  return Buffer.concat(parts);
}

function readValue(buffer: Buffer, place: { at: number }): CborValue {
  const first = buffer.readUInt8(place.at);
  const type = first >> 5;
  const short = first & 31;
  if (short > 26) throw new Error(`Unexpected CBOR item ${first}, expected a length of at most four bytes`);
  const width = short < 24 ? 0 : 1 << (short - 24);
  const argument = width === 0 ? short : buffer.readUIntBE(place.at + 1, width);
  place.at += 1 + width;
  if (type === 0) return argument;
  if (type === 1) return -1 - argument;
  if (type === 3) {
    place.at += argument;
    return buffer.toString("utf8", place.at - argument, place.at);
  }
  if (type !== 4) throw new Error(`Unexpected CBOR type ${type}, expected a number, a text or a list`);
  return Array.from({ length: argument }, () => readValue(buffer, place));
}

function writeValue(value: CborValue, parts: Buffer[]): void {
  if (typeof value === "number") parts.push(value < 0 ? head(1, -1 - value) : head(0, value));
  else if (typeof value === "string") {
    const text = Buffer.from(value, "utf8");
    parts.push(head(3, text.length), text);
  } else {
    parts.push(head(4, value.length));
    for (const item of value) writeValue(item, parts);
  }
}

function head(type: number, argument: number): Buffer {
  const kind = type << 5;
  if (argument < 24) return Buffer.from([kind | argument]);
  const exponent = argument < 0x100 ? 0 : argument < 0x10000 ? 1 : 2;
  const bytes = Buffer.alloc(1 + (1 << exponent), kind | (24 + exponent));
  bytes.writeUIntBE(argument, 1, 1 << exponent);
  return bytes;
}
