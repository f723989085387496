import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { HOST, search } from "./leaks-of.ts";

test.each([
  ["tEXt", Buffer.from(`Author\0sam`, "latin1")],
  ["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync("taken by sam")])],
  ["iTXt", Buffer.concat([Buffer.from("Comment\0\x01\0en\0\0"), deflateSync("taken by sam")])],
  [
    "iTXt",
    Buffer.concat([
      Buffer.from("XML:com.adobe.xmp\0\0\0\0\0"),
      Buffer.from("<x:xmpmeta><dc:creator>sam</dc:creator>"),
    ]),
  ],
  ["eXIf", Buffer.concat([Buffer.from("MM\0*\0\0\0\x08"), Buffer.from("sam\0")])],
])("a short handle is found in the %s part of a PNG", (type, data) => {
  const picture = png([
    [type, data],
    ["IDAT", deflateSync(Buffer.alloc(300, 7))],
  ]);
  expect(findLeaks("a.png", picture, search)).toEqual([
    expect.objectContaining({ token: "sam", kind: "handle" }),
  ]);
});

test("a short handle is found in the metadata of JPEG, WebP and GIF", () => {
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 12]), Buffer.from("Exif\0\0sam\0")]);
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]),
  ]);
  const chunk = Buffer.concat([Buffer.from("EXIF\x04\0\0\0"), Buffer.from("sam\0")]);
  const webp = Buffer.concat([Buffer.from("RIFF\x14\0\0\0WEBP"), chunk, Buffer.from([0x80])]);
  const gif = Buffer.concat([
    Buffer.from("GIF89a\x01\0\x01\0\x80\0\0"),
    Buffer.from([0x21, 0xfe, 3]),
    Buffer.from("sam\0;\xff", "latin1"),
  ]);
  for (const picture of [jpeg, webp, gif])
    expect(findLeaks("a.bin", picture, search).map(({ token }) => token)).toEqual(["sam"]);
});

test("three letters that chance puts into pixels are no handle, a host in them is one", () => {
  const chance = Buffer.concat([
    Buffer.from([0xff, 0x80, 0x81]),
    Buffer.from(" sam "),
    Buffer.from([0xfe, 0x90]),
  ]);
  expect(findLeaks("a.bin", chance, search)).toEqual([]);
  expect(
    findLeaks("a.bin", Buffer.concat([chance, Buffer.from(HOST), chance]), search).map(({ token }) => token),
  ).toEqual([HOST]);
});

function png(chunks: readonly (readonly [string, Uint8Array])[]): Buffer {
  const parts = [...chunks, ["IEND", Buffer.alloc(0)] as const].map(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}
