import { readdirSync } from "node:fs";
import { join } from "node:path";

/** One thing found below the content folder; anything but a file is a problem of the author's. */
export interface FoundFile {
  /** Path relative to the content folder, with forward slashes. */
  readonly path: string;
  readonly type: "file" | "symlink" | "other";
}

/** Files that belong to editors, git and people, not to the knowledge base. */
const IGNORED = /^(?:\..*|README\.md|LICENSE|NOTICE(?:\.md)?|CODEOWNERS|Thumbs\.db)$/;

/** Everything below a folder in a stable order; symbolic links are named, never followed. */
export function listFiles(folder: string, prefix = ""): FoundFile[] {
  const found: FoundFile[] = [];
  const items = readdirSync(join(folder, prefix), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const item of items) {
    if (IGNORED.test(item.name)) continue;
    const path = prefix === "" ? item.name : `${prefix}/${item.name}`;
    if (item.isSymbolicLink()) found.push({ path, type: "symlink" });
    else if (item.isDirectory()) {
      if (/\.(mdx?|ya?ml)$/i.test(item.name)) found.push({ path, type: "other" });
      else found.push(...listFiles(folder, path));
    } else found.push({ path, type: item.isFile() ? "file" : "other" });
  }
  return found;
}
