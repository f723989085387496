import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { imageType } from "../../../src/loader/picture/image-type.ts";
import { orientationIn } from "../../../src/loader/picture/orientation.ts";
import { stripMetadata } from "../../../src/loader/picture/strip-metadata.ts";
import { closeBrowser, openBrowser } from "../../support/browser.ts";
import { avif, gif, jpegWith, png, pngChunk, webpChunk, webpWith } from "../../support/pictures.ts";
import { exif, jpegExif, richPictures, text, word } from "./rich-pictures.ts";

let page: Page;
let jpeg: Buffer;
let webp: Buffer;

beforeAll(async () => {
  page = await (await openBrowser()).newPage();
  [jpeg, webp] = await Promise.all([drawn("image/jpeg"), drawn("image/webp")]);
}, 60_000);
afterAll(closeBrowser);

/** The two squares as a browser writes them. */
async function drawn(type: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (mime) => {
    const canvas = new OffscreenCanvas(32, 16);
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "#cc0000";
    pen.fillRect(0, 0, 16, 16);
    pen.fillStyle = "#0000c8";
    pen.fillRect(16, 0, 16, 16);
    const blob = await canvas.convertToBlob({ type: mime, quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, type);
  return Buffer.from(bytes);
}

/** Size and pixels as a browser shows them. */
function seen(bytes: Buffer, type: string): Promise<{ width: number; height: number; pixels: string }> {
  return page.evaluate(
    async ({ base64, mime }) => {
      const image = new Image();
      image.src = `data:${mime};base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const pen = canvas.getContext("2d")!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      return { width: image.naturalWidth, height: image.naturalHeight, pixels: data.join(" ") };
    },
    { base64: bytes.toString("base64"), mime: type },
  );
}

const rich = richPictures(
  () => jpeg,
  () => webp,
);

describe.each(rich)("%s", (_, mime, make) => {
  test("loses every word of it, and shows the same pixels in the same size", async () => {
    const bytes = make();
    const type = imageType(bytes)!;
    expect(bytes.includes(word)).toBe(true);
    const stripped = stripMetadata(bytes, type.type);
    expect(stripped.includes(word)).toBe(false);
    const before = await seen(bytes, mime);
    expect(await seen(stripped, mime)).toEqual(before);
    expect(before).toMatchObject({ width: type.width, height: type.height });
    expect(stripMetadata(stripped, type.type)).toEqual(stripped);
  });
});

test("a colour profile, the size on paper and the run of an animation stay", () => {
  expect(stripMetadata(rich[1]![2](), "jpg").includes("ICC_PROFILE")).toBe(true);
  expect(stripMetadata(rich[0]![2](), "png").includes("pHYs")).toBe(true);
  expect(stripMetadata(rich[2]![2](), "gif").includes("NETSCAPE2.0")).toBe(true);
});

test.each([2, 3, 6, 8])(
  "a photograph that lies on its side (%i) is shown as before, and is as large as it says",
  async (orientation) => {
    const photograph = jpegWith(jpeg, [[0xe1, jpegExif(orientation)]]);
    const before = await seen(photograph, "image/jpeg");
    const stripped = stripMetadata(photograph, "jpg");
    expect(await seen(stripped, "image/jpeg")).toEqual(before);
    expect(imageType(photograph)).toMatchObject({ width: before.width, height: before.height });
    expect(imageType(stripped)).toEqual(imageType(photograph));
  },
);

test("so is a PNG", async () => {
  const picture = png([pngChunk("eXIf", exif(6))]);
  const before = await seen(picture, "image/png");
  expect(before).toMatchObject({ width: 16, height: 32 });
  expect(await seen(stripMetadata(picture, "png"), "image/png")).toEqual(before);
  expect(imageType(picture)).toEqual({ type: "png", width: 16, height: 32 });
});

test("a WebP keeps its way up for the browsers that heed it", async () => {
  const picture = webpWith(webp, [webpChunk("EXIF", exif(6))]);
  const stripped = stripMetadata(picture, "webp");
  expect(await seen(stripped, "image/webp")).toEqual(await seen(picture, "image/webp"));
  expect(orientationIn(stripped.subarray(stripped.indexOf("EXIF") + 8))).toBe(6);
});

test("no bytes make it fail, however a picture ends", () => {
  const whole = [
    png([pngChunk("eXIf", exif(6))]),
    gif(),
    avif(exif(), text(word)),
    ...rich.map(([, , make]) => make()),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.nat(),
      (picture, changes, length) => {
        const bytes = Buffer.from(picture);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const cut = bytes.subarray(0, Math.max(bytes.length >> 1, length % bytes.length));
        const type = imageType(cut)?.type;
        if (type) expect(stripMetadata(cut, type).length).toBeLessThanOrEqual(cut.length + 64);
      },
    ),
    { numRuns: 3_000 },
  );
});
