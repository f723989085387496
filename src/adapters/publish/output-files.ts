import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file of a built site, as paths with forward slashes from its folder, in the order of their code units. */
export function outputFiles(folder: string): string[] {
  const files: string[] = [];
  walk(folder, "", files);
  return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function walk(folder: string, under: string, files: string[]): void {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) walk(folder, path, files);
    else if (entry.isFile()) files.push(path);
    else
      throw new Error(`Unexpected link or device ${path} in the built site, expected files and folders only`);
  }
}
