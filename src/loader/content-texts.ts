import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./list-files.ts";

/** Every text of the content folder as it is written, whoever may read it. */
export function contentTexts(folder: string): string[] {
  return listFiles(folder)
    .filter(({ path, type }) => type === "file" && /\.(mdx|ya?ml)$/.test(path))
    .map(({ path }) => readFileSync(join(folder, path), "utf8"));
}
