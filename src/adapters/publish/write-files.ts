import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { encodePng, type IndexedPicture } from "./encode-png.ts";

/** A file of a site that was made in memory: its text, or a picture still to be encoded. */
export interface FileToWrite {
  readonly path: string;
  readonly content: string | IndexedPicture;
}

/** Writes files into a site's folder and returns their paths. */
export function writeFiles(folder: string, files: readonly FileToWrite[]): string[] {
  return files.map(({ path, content }) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, typeof content === "string" ? content : encodePng(content));
    return path;
  });
}
