import { hash } from "node:crypto";
import type { Asset } from "../core/knowledge-base/knowledge-base.ts";
import { imageType } from "./picture/image-type.ts";
import { svgSize } from "./picture/svg-size.ts";
import { svgProblem } from "./svg-problem.ts";

/** The bytes of a picture or drawing → what is known of it, or why it is none. */
export function judgePicture(path: string, bytes: Buffer): { asset: Asset } | { message: string } {
  const digest = hash("sha256", bytes);
  if (path.startsWith("diagrams/") && path.endsWith(".svg")) {
    const problem = svgProblem(bytes);
    return problem === undefined
      ? { asset: { path, type: "svg", digest, ...svgSize(bytes) } }
      : { message: `Unexpected drawing \`${path}\` with ${problem}, expected shapes and text` };
  }
  const type = imageType(bytes);
  const extension = /\.([a-z]+)$/i.exec(path)![1]!.toLowerCase().replace("jpeg", "jpg");
  return type?.type === extension
    ? { asset: { path, ...type, digest } }
    : { message: `Unexpected bytes in \`${path}\`, expected a picture of type ${extension}` };
}
