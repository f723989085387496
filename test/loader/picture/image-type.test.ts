import fc from "fast-check";
import { expect, test } from "vitest";
import { imageType } from "../../../src/loader/picture/image-type.ts";

const beginnings = [
  "89504e470d0a1a0a0000000d49484452",
  "474946383961",
  "52494646000000005745425056503858",
  "52494646000000005745425056503820",
  "5249464600000000574542505650384c",
  "0000001c6674797061766966",
  "ffd8ffe0",
  "ffd8ffc0",
].map((hex) => Buffer.from(hex, "hex"));

test("no bytes make it fail, however they begin and end", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...beginnings, Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 64 }),
      fc.nat(80),
      (beginning, rest, length) => {
        const type = imageType(Buffer.concat([beginning, rest]).subarray(0, length));
        if (type) expect(["png", "gif", "webp", "avif", "jpg"]).toContain(type.type);
      },
    ),
    { numRuns: 5_000 },
  );
});

test("a page, a program and a drawing are no pictures", () => {
  for (const text of ["<html>", "#!/bin/sh", "<svg/>", "GIF89", "RIFFxxxxWAVE", "", "\u0089PN"])
    expect(imageType(Buffer.from(text, "latin1"))).toBeUndefined();
});
