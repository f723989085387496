import { hash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const MINIMAL = resolve(import.meta.dirname, "../fixtures/minimal");

/** A folder of its own with a valid content folder in it, removed after the test. */
export interface ContentFolder {
  /** Where `content`, the cache and sites go. */
  readonly root: string;
  readonly content: string;
}

/** What stands in a file of the content folder; `undefined` takes it away. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The minimal content folder in a temporary folder, with files over it. */
export function contentFolder(files: Files = {}): ContentFolder {
  const folder = makeContentFolder(files);
  onTestFinished(() => rmSync(folder.root, { recursive: true, force: true }));
  return folder;
}

/** The same for `beforeAll`: the caller removes it. */
export function makeContentFolder(files: Files = {}, name = "content"): ContentFolder {
  const root = mkdtempSync(join(tmpdir(), "tidemark-content-"));
  const content = join(root, name);
  cpSync(MINIMAL, content, { recursive: true });
  writeFiles(content, files);
  return { root, content };
}

/** Writes files below a folder; `undefined` takes one away. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (text === undefined) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** A file of the minimal content folder with one piece of its text replaced; it must be there. */
export function minimalFile(path: string, from = "", to = ""): string {
  const text = readFileSync(join(MINIMAL, path), "utf8");
  if (!text.includes(from)) throw new Error(`Unexpected fixture ${path} without ${from}`);
  return text.replace(from, () => to);
}

/** Every file below a folder with a digest of its bytes, links as their target: two equal trees give equal values. */
export function digestsOf(folder: string): Record<string, string> {
  const tree: Record<string, string> = {};
  const items = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const item of items.sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(item.parentPath, item.name);
    const name = path.slice(folder.length + 1);
    if (item.isSymbolicLink()) tree[name] = `-> ${readlinkSync(path)}`;
    else if (item.isFile()) tree[name] = hash("sha256", readFileSync(path)).slice(0, 16);
    else tree[name] = item.isDirectory() ? "folder" : "device";
  }
  return tree;
}
