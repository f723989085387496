import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** The parts of a picture that are not its picture: comments, EXIF, XMP and the like, as bytes; none for other files. */
export function imageMetadata(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString("latin1", 0, 12);
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return pngTexts(buffer);
  if (start.startsWith("\xff\xd8\xff")) return jpegSegments(buffer);
  if (start.startsWith("GIF8")) return gifComments(buffer);
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return webpChunks(buffer);
  return [];
}

/** All chunks but the pixels; in `zTXt`, `iTXt` and `iCCP` the compressed part is inflated. */
function pngTexts(buffer: Buffer): Uint8Array[] {
  const texts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const type = buffer.toString("latin1", at + 4, at + 8);
    const data = buffer.subarray(at + 8, at + 8 + length);
    if (!["IDAT", "PLTE", "fdAT"].includes(type)) texts.push(data);
    if (["zTXt", "iTXt", "iCCP"].includes(type)) texts.push(...inflatedTail(data));
    at += length + 12;
  }
  return texts;
}

/** The zlib stream that begins somewhere after the keyword. */
function inflatedTail(data: Buffer): Uint8Array[] {
  for (let at = data.indexOf(0x78); at !== -1; at = data.indexOf(0x78, at + 1)) {
    try {
      return [inflateSync(data.subarray(at), { maxOutputLength: 1 << 24 })];
    } catch {
      // Not here: an `x` of the keyword, or no compressed text at all.
    }
  }
  return [];
}

/** Application segments and comments, up to the scan. */
function jpegSegments(buffer: Buffer): Uint8Array[] {
  const segments: Uint8Array[] = [];
  for (let at = 2; at + 4 <= buffer.length && buffer[at] === 0xff; ) {
    const marker = buffer[at + 1]!;
    if (marker === 0xda) break;
    const length = buffer.readUInt16BE(at + 2);
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
      segments.push(buffer.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return segments;
}

/** Comment and application extensions, their blocks joined. */
function gifComments(buffer: Buffer): Uint8Array[] {
  const comments: Uint8Array[] = [];
  for (
    let at = buffer.indexOf(0x21, 13);
    at !== -1 && at + 2 < buffer.length;
    at = buffer.indexOf(0x21, at + 1)
  ) {
    if (buffer[at + 1] !== 0xfe && buffer[at + 1] !== 0xff) continue;
    const blocks: Uint8Array[] = [];
    for (let block = at + 2; block < buffer.length && buffer[block] !== 0; block += 1 + buffer[block]!)
      blocks.push(buffer.subarray(block + 1, block + 1 + buffer[block]!));
    comments.push(Buffer.concat(blocks));
  }
  return comments;
}

function webpChunks(buffer: Buffer): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 12; at + 8 <= buffer.length; ) {
    const length = buffer.readUInt32LE(at + 4);
    const type = buffer.toString("latin1", at, at + 4);
    if (!["VP8 ", "VP8L", "ALPH", "ANMF"].includes(type))
      chunks.push(buffer.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length & 1);
  }
  return chunks;
}
