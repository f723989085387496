import type { Asset } from "../../core/knowledge-base/knowledge-base.ts";
import { jpegOrientation, jpegParts } from "./jpeg-parts.ts";
import { isTurned, type Orientation } from "./orientation.ts";
import { pngOrientation } from "./strip-png.ts";

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture is shown: a photograph that lies on its side is set upright first. */
export function pictureSize(
  bytes: Buffer,
  type: Exclude<Asset["type"], "svg">,
): PictureSize | Record<string, never> {
  switch (type) {
    case "png":
      return upright(
        { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) },
        pngOrientation(bytes),
      );
    case "gif":
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
    case "webp":
      // Browsers differ on the EXIF of a WebP: the size is the one without it.
      return webpSize(bytes) ?? {};
    case "jpg":
      return upright(jpegSize(bytes), jpegOrientation(bytes));
    case "avif":
      return avifSize(bytes);
  }
}

function upright(
  size: PictureSize | undefined,
  orientation: Orientation,
): PictureSize | Record<string, never> {
  if (!size) return {};
  return isTurned(orientation) ? { width: size.height, height: size.width } : size;
}

function webpSize(bytes: Buffer): PictureSize | undefined {
  const chunk = bytes.toString("latin1", 12, 16);
  if (chunk === "VP8X") return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === "VP8 ")
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk !== "VP8L") return undefined;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Frame markers carry the size; the ones between them are tables. */
function jpegSize(bytes: Buffer): PictureSize | undefined {
  for (const { marker, data } of jpegParts(bytes)) {
    if (marker < 0xc0 || marker > 0xcf || [0xc4, 0xc8, 0xcc].includes(marker) || data.length < 5) continue;
    return { width: data.readUInt16BE(3), height: data.readUInt16BE(1) };
  }
  return undefined;
}

/** Properties come before pixels; a file has few of them. */
const PROPERTIES = 1 << 16;

/** Of several sizes the largest is the whole picture's, the others are those of its tiles; the turn is a property too. */
function avifSize(bytes: Buffer): PictureSize | Record<string, never> {
  const head = bytes.subarray(0, PROPERTIES);
  let largest: PictureSize | undefined;
  for (
    let at = head.indexOf("ispe");
    at !== -1 && at + 16 <= head.length;
    at = head.indexOf("ispe", at + 4)
  ) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  const turn = head.indexOf("irot");
  return upright(largest, turn !== -1 && (head[turn + 4] ?? 0) & 1 ? 6 : 1);
}
