import { exifOf, type Orientation, orientationIn } from "./orientation.ts";

const KEPT = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"]);
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** A WebP without EXIF, XMP and unknown chunks; of EXIF the orientation alone stays. */
export function stripWebp(bytes: Buffer): Buffer {
  const kept = [...chunksOf(bytes)]
    .filter(({ type }) => KEPT.has(type))
    .map(({ type, data }) => chunk(type, data));
  const orientation = webpOrientation(bytes);
  const turned = orientation !== 1;
  const header = kept.find((each) => each.toString("latin1", 0, 4) === "VP8X");
  if (header && header.length > 8) header[8] = (header[8]! & ~(HAS_EXIF | HAS_XMP)) | (turned ? HAS_EXIF : 0);
  if (header && turned) kept.push(chunk("EXIF", exifOf(orientation)));
  const body = Buffer.concat(kept);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function webpOrientation(bytes: Buffer): Orientation {
  for (const { type, data } of chunksOf(bytes))
    if (type === "EXIF") return orientationIn(withoutPrefix(data));
  return 1;
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  const whole = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= whole; ) {
    const length = bytes.readUInt32LE(at + 4);
    yield {
      type: bytes.toString("latin1", at, at + 4),
      data: bytes.subarray(at + 8, Math.min(at + 8 + length, whole)),
    };
    at += 8 + length + (length & 1);
  }
}

/** Some writers put the header that EXIF has in a JPEG before it. */
function withoutPrefix(data: Buffer): Buffer {
  return data.toString("latin1", 0, 6) === "Exif\0\0" ? data.subarray(6) : data;
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(8 + data.length + (data.length & 1));
  whole.write(type, 0, "latin1");
  whole.writeUInt32LE(data.length, 4);
  data.copy(whole, 8);
  return whole;
}
