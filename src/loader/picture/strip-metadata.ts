import type { Asset } from "../../core/knowledge-base/knowledge-base.ts";
import { stripAvif } from "./strip-avif.ts";
import { stripGif } from "./strip-gif.ts";
import { stripJpeg } from "./strip-jpeg.ts";
import { stripPng } from "./strip-png.ts";
import { stripWebp } from "./strip-webp.ts";

/**
 * A picture without what cameras and editors wrote into it: places, devices, names, comments, thumbnails. Its pixels are
 * not touched; colour profile, animation and the way up stay. What comes after its end, or cannot be read as a part of it, goes.
 */
export function stripMetadata(bytes: Buffer, type: Asset["type"]): Buffer {
  switch (type) {
    case "png":
      return stripPng(bytes);
    case "jpg":
      return stripJpeg(bytes);
    case "gif":
      return stripGif(bytes);
    case "webp":
      return stripWebp(bytes);
    case "avif":
      return stripAvif(bytes);
    case "svg":
      return bytes;
  }
}
