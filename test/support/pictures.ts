import { deflateSync } from "node:zlib";
import { crc32 } from "../../src/loader/picture/crc32.ts";

/** A red square beside a blue one, 32 by 16 pixels, as one key frame of AV1 (sequence header and frame). */
const AV1_FRAME = Buffer.from(
  "0a0c000000021ffc01a2021a0308322010" +
    "4a000820821000" +
    "20c5c06514930361" +
    "56e3fa9da76a16d0cf5fc5a819db5a28",
  "hex",
);

/** EXIF with a camera's name and an orientation, as cameras write it. */
export function cameraExif(words: string, orientation = 1): Buffer {
  const text = Buffer.from(`${words}\0`, "latin1");
  const tiff = Buffer.alloc(38);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  entry(tiff, 10, 0x010f, 2, text.length, 38);
  entry(tiff, 22, 0x0112, 3, 1, orientation);
  return Buffer.concat([tiff, text]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16LE(tag, at);
  tiff.writeUInt16LE(type, at + 2);
  tiff.writeUInt32LE(count, at + 4);
  tiff.writeUInt32LE(value, at + 8);
}

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
  whole.writeUInt32BE(data.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}

/** A red square beside a blue one as PNG, 32 by 16 pixels; the extra chunks stand before its pixels. */
export function png(extra: readonly Buffer[] = [], after = Buffer.alloc(0)): Buffer {
  const header = Buffer.from("0000002000000010" + "0802000000", "hex");
  const row = Buffer.concat([Buffer.alloc(1), Buffer.from("cc0000".repeat(16) + "0000c8".repeat(16), "hex")]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    pngChunk("IHDR", header),
    ...extra,
    pngChunk("IDAT", deflateSync(Buffer.concat(Array(16).fill(row) as Buffer[]))),
    pngChunk("IEND", Buffer.alloc(0)),
    after,
  ]);
}

/** Two pixels, red and blue, as GIF; the extra blocks stand before them. */
export function gif(extra: readonly Buffer[] = [], after = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    Buffer.from("GIF89a", "latin1"),
    Buffer.from("0200010080" + "0000" + "cc0000" + "0000c8", "hex"),
    ...extra,
    Buffer.from("2c00000000020001000002024c0a00", "hex"),
    Buffer.from("3b", "hex"),
    after,
  ]);
}

/** Data as the blocks of a GIF. */
export function gifBlocks(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([data.length]), data, Buffer.alloc(1)]);
}

/** One chunk of a WebP. */
export function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, "latin1");
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
}

/** A WebP with chunks put in behind its pixels, and a header that announces them. */
export function webpWith(plain: Buffer, extra: readonly Buffer[]): Buffer {
  const chunks = plain.subarray(12);
  const extended = chunks.toString("latin1", 0, 4) === "VP8X";
  const header = Buffer.from("0c0000001f00000f0000", "hex");
  if (extended) header[0] = chunks[8]! | 0x0c;
  const body = Buffer.concat([
    Buffer.from("WEBP", "latin1"),
    webpChunk("VP8X", header),
    extended ? chunks.subarray(18) : chunks,
    ...extra,
  ]);
  return webpChunk("RIFF", body);
}

/** A JPEG with segments put in behind its beginning. */
export function jpegWith(
  plain: Buffer,
  segments: readonly (readonly [marker: number, data: Buffer])[],
): Buffer {
  const made = segments.map(([marker, data]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([plain.subarray(0, 2), ...made, plain.subarray(2)]);
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A red square beside a blue one as AVIF, with an item of EXIF and one of XMP. */
export function avif(exif: Buffer, xmp: Buffer, free = Buffer.alloc(0)): Buffer {
  const item = (id: number, type: string, more = "") =>
    box("infe", hex("02000000"), hex(`000${id}0000`), Buffer.from(`${type}\0${more}`, "latin1"));
  const payloads = [AV1_FRAME, Buffer.concat([hex("00000000"), exif]), xmp];
  const meta = (offset: number): Buffer => {
    let at = offset;
    const locations = payloads.map((payload, nth) => {
      const row = Buffer.alloc(14);
      row.writeUInt16BE(nth + 1, 0);
      row.writeUInt16BE(1, 4);
      row.writeUInt32BE(at, 6);
      row.writeUInt32BE(payload.length, 10);
      at += payload.length;
      return row;
    });
    return box(
      "meta",
      hex("00000000"),
      box("hdlr", hex("0000000000000000"), Buffer.from("pict", "latin1"), Buffer.alloc(13)),
      box("pitm", hex("000000000001")),
      box("iloc", hex("00000000" + "4400" + "0003"), ...locations),
      box(
        "iinf",
        hex("000000000003"),
        item(1, "av01"),
        item(2, "Exif"),
        item(3, "mime", "application/rdf+xml\0"),
      ),
      box("iref", hex("00000000"), box("cdsc", hex("000200010001")), box("cdsc", hex("000300010001"))),
      box(
        "iprp",
        box(
          "ipco",
          box("ispe", hex("00000000" + "00000020" + "00000010")),
          box("pixi", hex("00000000" + "03080808")),
          box("av1C", hex("81000c00")),
        ),
        box("ipma", hex("00000000" + "00000001" + "0001" + "03" + "010283")),
      ),
    );
  };
  const start = [
    box("ftyp", Buffer.from("avif\0\0\0\0avifmif1miafMA1B", "latin1")),
    ...(free.length > 0 ? [box("free", free)] : []),
  ];
  const before = Buffer.concat(start).length + meta(0).length + 8;
  return Buffer.concat([...start, meta(before), box("mdat", ...payloads)]);
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, "hex");
}
