import { Buffer } from "node:buffer";

/** Text in UTF-16 inside other bytes, in both byte orders, one run a line; empty when there is none. */
export function utf16Runs(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 2 && buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.toString("utf16le", 2);
  if (buffer.length >= 2 && buffer[0] === 0xfe && buffer[1] === 0xff)
    return Buffer.from(buffer.subarray(2, buffer.length & ~1))
      .swap16()
      .toString("utf16le");
  if (!buffer.includes(0)) return "";
  const text = buffer.toString("latin1");
  const little = text.match(/(?:[\t\n\r\x20-\xff]\0){3,}/g) ?? [];
  const big = text.match(/(?:\0[\t\n\r\x20-\xff]){3,}/g) ?? [];
  return [...little, ...big].map((run) => run.replaceAll("\0", "")).join("\n");
}
