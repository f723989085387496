import type { Asset } from "../../core/knowledge-base/knowledge-base.ts";
import { pictureSize } from "./picture-size.ts";

/** What the first bytes say a picture is, with the size in pixels in which it is shown where they tell. */
export function imageType(bytes: Buffer): Pick<Asset, "type" | "width" | "height"> | undefined {
  const type = typeOf(bytes);
  return type && { type, ...pictureSize(bytes, type) };
}

function typeOf(bytes: Buffer): Exclude<Asset["type"], "svg"> | undefined {
  const start = bytes.toString("latin1", 0, 32);
  if (bytes.length >= 24 && start.startsWith("\x89PNG")) return "png";
  if (bytes.length >= 10 && /^GIF8[79]a/.test(start)) return "gif";
  if (bytes.length >= 30 && start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return "webp";
  if (bytes.length >= 12 && start.startsWith("ftyp", 4) && /avif|avis/.test(start.slice(8))) return "avif";
  if (bytes.length >= 4 && start.startsWith("\xff\xd8\xff")) return "jpg";
  return undefined;
}
