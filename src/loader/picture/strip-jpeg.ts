import { jpegOrientation, jpegParts } from "./jpeg-parts.ts";
import { exifOf, type Orientation } from "./orientation.ts";

/** A JPEG without comments and application data; colour profile, colour transform and orientation stay. */
export function stripJpeg(bytes: Buffer): Buffer {
  const orientation = jpegOrientation(bytes);
  const kept: Buffer[] = [];
  for (const { marker, start, data, end } of jpegParts(bytes)) {
    if (marker === JFIF && data.toString("latin1", 0, 5) === "JFIF\0" && data.length >= 14)
      kept.push(segment(JFIF, withoutThumbnail(data)));
    else if (!isAside(marker) || isNeeded(marker, data)) kept.push(bytes.subarray(start, end));
  }
  // After the header of JFIF, which comes first where there is one.
  const place = kept[1]?.[1] === JFIF ? 2 : 1;
  if (orientation !== 1) kept.splice(place, 0, orientationSegment(orientation));
  return Buffer.concat(kept);
}

const JFIF = 0xe0;
const EXIF = 0xe1;
const PROFILE = 0xe2;
const TRANSFORM = 0xee;
const COMMENT = 0xfe;

/** Application data and comments. */
function isAside(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === COMMENT;
}

function isNeeded(marker: number, data: Buffer): boolean {
  if (marker === PROFILE) return data.toString("latin1", 0, 12) === "ICC_PROFILE\0";
  return marker === TRANSFORM && data.toString("latin1", 0, 5) === "Adobe" && data.length === 12;
}

/** The header of JFIF may carry a small copy of a picture that was cropped since. */
function withoutThumbnail(data: Buffer): Buffer {
  const header = Buffer.from(data.subarray(0, 14));
  header.writeUInt16BE(0, 12);
  return header;
}

function orientationSegment(orientation: Orientation): Buffer {
  return segment(EXIF, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exifOf(orientation)]));
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}
