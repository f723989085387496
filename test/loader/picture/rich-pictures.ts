import {
  avif,
  cameraExif,
  gif,
  gifBlocks,
  jpegWith,
  png,
  pngChunk,
  webpChunk,
  webpWith,
} from "../../support/pictures.ts";

/** The word that all that is told beside a picture holds. */
export const word = "quarryfoot7";
export const text = (words = word) => Buffer.from(words, "latin1");
export const exif = (orientation = 1) => cameraExif(word, orientation);
export const jpegExif = (orientation = 1) => Buffer.concat([text("Exif\0\0"), exif(orientation)]);
const profile = Buffer.concat([text("ICC_PROFILE\0\x01\x01"), Buffer.alloc(16, 7)]);

/** A picture of each type with all that cameras and programs write into one: its name, type and bytes; two are as a browser drew them. */
export const richPictures = (
  jpeg: () => Buffer,
  webp: () => Buffer,
): readonly (readonly [string, string, () => Buffer])[] => [
  [
    "a PNG with texts, a time, EXIF, an unknown chunk and bytes after its end",
    "image/png",
    () =>
      png(
        [
          pngChunk("pHYs", Buffer.from("00000b1300000b1301", "hex")),
          pngChunk("tEXt", text(`Comment\0${word}`)),
          pngChunk("iTXt", text(`XML:com.adobe.xmp\0\0\0\0\0<x>${word}</x>`)),
          pngChunk("tIME", Buffer.alloc(7, 1)),
          pngChunk("eXIf", exif()),
          pngChunk("prVt", text()),
        ],
        text(),
      ),
  ],
  [
    "a JPEG with EXIF, XMP, IPTC, a comment, a thumbnail and bytes after its end",
    "image/jpeg",
    () =>
      Buffer.concat([
        jpegWith(jpeg(), [
          [0xe1, jpegExif()],
          [0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x>${word}</x>`)],
          [0xed, text(`Photoshop 3.0\x008BIM${word}`)],
          [0xe0, text(`JFXX\0\x10${word}`)],
          [0xe2, text(`MPF\0${word}`)],
          [0xe2, profile],
          [0xfe, text()],
        ]),
        text(),
      ]),
  ],
  [
    "a GIF with a comment, XMP, a second application and bytes after its end",
    "image/gif",
    () =>
      gif(
        [
          Buffer.concat([
            Buffer.from("21ff0b", "hex"),
            text("NETSCAPE2.0"),
            Buffer.from("0301000000", "hex"),
          ]),
          Buffer.concat([Buffer.from("21fe", "hex"), gifBlocks(text())]),
          Buffer.concat([Buffer.from("21ff0b", "hex"), text("XMP DataXMP"), gifBlocks(text())]),
          Buffer.concat([Buffer.from("21f904", "hex"), Buffer.from("0000000000", "hex")]),
        ],
        text(),
      ),
  ],
  [
    "a WebP with EXIF, XMP, an unknown chunk and bytes after its end",
    "image/webp",
    () =>
      Buffer.concat([
        webpWith(webp(), [webpChunk("EXIF", exif()), webpChunk("XMP ", text()), webpChunk("ABCD", text())]),
        text(),
      ]),
  ],
  ["an AVIF with EXIF, XMP and free space", "image/avif", () => avif(exif(), text(`<x>${word}</x>`), text())],
];
