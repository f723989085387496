import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileToWrite } from "./write-files.ts";

/** The files that do not stand in a site as they would be written. */
export function changedFiles<File extends FileToWrite>(standing: string, files: readonly File[]): File[] {
  return files.filter(
    ({ path, content }) => typeof content !== "string" || content !== textAt(join(standing, path)),
  );
}

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
