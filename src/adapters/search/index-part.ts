import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { type CborValue, readCbor, writeCbor } from "./cbor.ts";

/** The word in front of the data in each of Pagefind's files. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/** Reads one of Pagefind's files. */
export function readPart(file: string): CborValue {
  return readCbor(gunzipSync(readFileSync(file)).subarray(SIGNATURE.length));
}

/** A value as Pagefind keeps it in a file. */
export function packed(value: CborValue): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, writeCbor(value)]), { level: 9 });
}

/** A file's name by what it holds. */
export function nameOf(bytes: Uint8Array, language: string): string {
  return `${language}_${hash("sha256", bytes, "hex").slice(0, 10)}`;
}
