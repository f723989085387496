import { crc32 } from "./crc32.ts";
import { exifOf, type Orientation, orientationIn } from "./orientation.ts";

/** Chunks that make the picture, its colours, its size on paper and its animation. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split(" "),
);

/** A PNG without texts, times and all chunks that nobody needs to see it; of EXIF the orientation alone stays. */
export function stripPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)];
  for (const { type, start, data } of chunksOf(bytes)) {
    const end = start + 12 + data.length;
    // A picture that was cut off shows as far as it goes.
    if (KEPT.has(type) && (end <= bytes.length || type === "IDAT")) parts.push(bytes.subarray(start, end));
    else if (type === "eXIf" && orientationIn(data) !== 1)
      parts.push(chunk("eXIf", exifOf(orientationIn(data))));
  }
  return Buffer.concat(parts);
}

/** Which way up a PNG is shown. */
export function pngOrientation(bytes: Buffer): Orientation {
  for (const { type, data } of chunksOf(bytes)) if (type === "eXIf") return orientationIn(data);
  return 1;
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; start: number; data: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    yield { type, start: at, data: bytes.subarray(at + 8, at + 8 + length) };
    if (type === "IEND") return;
    at += 12 + length;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}
