import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFolder } from "../content-folder.ts";
import { ServedRepository } from "./repository.ts";

/** The repository of a content folder, its texts on the default branch. */
export function servedWith({ root, content }: ContentFolder): ServedRepository {
  const paths = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(mdx|yaml)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name));
  return new ServedRepository(
    Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")])),
  );
}
