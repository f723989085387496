import { Buffer } from "node:buffer";
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib";

/** A file that was compressed, decoded as far as it goes. */
export type Decompressed =
  | {
      readonly kind: "decoded";
      readonly by: "gzip" | "zlib" | "deflate" | "brotli" | "zstd";
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "too-large" }
  | { readonly kind: "plain" };

/** What a site's file may grow to. */
const LIMIT = 1 << 28;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** Undoes one layer of compression, known by first bytes, or by the ending of the name where a format has none. */
export function decompress(bytes: Uint8Array, name: string): Decompressed {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const options = { maxOutputLength: LIMIT, finishFlush: constants.Z_SYNC_FLUSH };
  // Gzip may stand inside other bytes: three bytes and a method tell it from chance.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const gzip = buffer.indexOf(GZIP);
  if (gzip !== -1) {
    const whole = attempt("gzip", () => gunzipSync(buffer.subarray(gzip), options));
    if (whole.kind !== "plain") return whole;
    return attempt("gzip", () => inflateRawSync(afterHeader(buffer.subarray(gzip)), options));
  }
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd)
    return attempt("zstd", () => zstdDecompressSync(bytes, { maxOutputLength: LIMIT }));
  if ((a & 15) === 8 && a >> 4 < 8 && (a * 256 + b) % 31 === 0 && bytes.length > 6) {
    const zlib = attempt("zlib", () => inflateSync(bytes, options));
    if (zlib.kind !== "plain") return zlib;
  }
  if (/\.br$/i.test(name))
    return attempt("brotli", () =>
      brotliDecompressSync(bytes, { maxOutputLength: LIMIT, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
    );
  if (/\.(deflate|zz)$/i.test(name)) return attempt("deflate", () => inflateRawSync(bytes, options));
  return { kind: "plain" };
}

function attempt(
  by: "gzip" | "zlib" | "deflate" | "brotli" | "zstd",
  decode: () => Uint8Array,
): Decompressed {
  try {
    return { kind: "decoded", by, bytes: decode() };
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "plain" };
  }
}

/** What follows the header of a gzip member; unlike `gunzip`, raw inflate does not mind other bytes behind it. */
function afterHeader(member: Buffer): Buffer {
  const flags = member[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + member.readUInt16LE(at);
  for (const text of [8, 16]) if (flags & text) at = member.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return member.subarray(at);
}
