import { type Orientation, orientationIn } from "./orientation.ts";

/** A marker of a JPEG with what belongs to it; pixels belong to the start of their scan. */
export interface JpegPart {
  readonly marker: number;
  /** Its first byte, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** What stands in it, without marker and length. */
  readonly data: Buffer;
}

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** The parts of a JPEG up to its end; what follows that is another file's. */
export function* jpegParts(bytes: Buffer): Generator<JpegPart> {
  yield { marker: START, start: 0, end: 2, data: bytes.subarray(2, 2) };
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      yield { marker, start: at, end: at + 2, data: bytes.subarray(at + 2, at + 2) };
      return;
    }
    if (at + 4 > bytes.length) return;
    const past = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    const end = marker === SCAN ? endOfScan(bytes, past) : past;
    if (past > bytes.length) return;
    yield { marker, start: at, end, data: bytes.subarray(at + 4, past) };
    at = end;
  }
}

/** Pixels go on up to the next marker; a zero after 0xff means the byte itself, and restarts belong to them. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Which way up a JPEG is shown. */
export function jpegOrientation(bytes: Buffer): Orientation {
  for (const { marker, data } of jpegParts(bytes)) {
    if (marker === SCAN) return 1;
    if (marker === 0xe1 && data.toString("latin1", 0, 6) === "Exif\0\0")
      return orientationIn(data.subarray(6));
  }
  return 1;
}
