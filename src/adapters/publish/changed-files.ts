import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encodePng } from "./encode-png.ts";
import type { FileToWrite } from "./write-files.ts";

/** The files that do not stand in a site as they would be written. */
export function changedFiles<File extends FileToWrite>(standing: string, files: readonly File[]): File[] {
  return files.filter(({ path, content }) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : encodePng(content);
    return !bytesAt(join(standing, path))?.equals(bytes);
  });
}

function bytesAt(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
