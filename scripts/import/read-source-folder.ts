import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MAX_DATA_BYTES, MAX_DOCUMENT_BYTES } from "../../src/core/parse/limits.ts";
import { MARKDOWN_ENDING } from "../../src/importers/markdown/entry-id.ts";
import type { SourceFile } from "../../src/importers/markdown/import-types.ts";
import { imageType } from "../../src/loader/picture/image-type.ts";

/** What an import may read of a folder: texts, pictures, and why the rest was not read. */
export interface SourceFolder {
  /** The folder's name as `imported.from` says it. */
  readonly name: string;
  /** The folder itself, to copy pictures from. */
  readonly path: string;
  readonly files: readonly SourceFile[];
  readonly pictures: readonly string[];
  readonly unread: readonly { readonly from: string; readonly why: string }[];
}

const decoder = new TextDecoder("utf-8", { fatal: true });
const PICTURE = /\.(png|jpe?g|webp|avif|gif)$/i;
/** Names that say nothing: the folder above tells one import from another. */
const GENERAL =
  /^(?:docs?|sources?|src|contents?|incidents?|runbooks?|post-?mortems?|reports?|pages|site|wiki|master|main)$/i;
const PAPERWORK =
  /^(?:licen[cs]e|copying|notice|authors|contributors|owners|codeowners|makefile|dockerfile|gemfile|rakefile)\b/i;

/** Reads a folder or one file; symbolic links are named, never followed, and `skip` is passed over. */
export function readSourceFolder(source: string, skip: string): SourceFolder {
  const isFile = statSync(source).isFile();
  const path = resolve(isFile ? dirname(source) : source);
  const name = nameOf(path);
  const reader = new FolderReader(path, name, resolve(skip));
  if (isFile) reader.readFile(basename(source), true);
  else reader.walk("");
  return { name, path, files: reader.files, pictures: reader.pictures, unread: reader.unread };
}

class FolderReader {
  readonly files: SourceFile[] = [];
  readonly pictures: string[] = [];
  readonly unread: { from: string; why: string }[] = [];
  readonly #root: string;
  readonly #name: string;
  readonly #skip: string;

  constructor(root: string, name: string, skip: string) {
    this.#root = root;
    this.#name = name;
    this.#skip = skip;
  }

  walk(prefix: string): void {
    const items = readdirSync(join(this.#root, prefix), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    for (const item of items) {
      if (item.name.startsWith(".") || item.name === "node_modules") continue;
      const path = prefix === "" ? item.name : `${prefix}/${item.name}`;
      if (join(this.#root, path) === this.#skip) continue;
      if (item.isSymbolicLink()) this.#leave(path, "it is a symbolic link, which is never followed");
      else if (item.isDirectory()) this.walk(path);
      else if (item.isFile()) this.readFile(path, false);
      else this.#leave(path, "it is no file");
    }
  }

  /** `named`: the user asked for this very file, so its ending does not matter. */
  readFile(path: string, named: boolean): void {
    const full = join(this.#root, path);
    const name = basename(path);
    if (named && lstatSync(full).isSymbolicLink())
      this.#leave(path, "it is a symbolic link, which is never followed");
    else if (PICTURE.test(name)) this.#picture(path, full);
    else if (named || MARKDOWN_ENDING.test(name)) this.#text(path, full, false);
    else if (!name.includes(".") && !PAPERWORK.test(name)) this.#text(path, full, true);
  }

  /** A file without an ending is Markdown when it begins like one. */
  #text(path: string, full: string, onlyIfMarkdown: boolean): void {
    const size = statSync(full).size;
    if (size > MAX_DOCUMENT_BYTES) {
      if (!onlyIfMarkdown)
        this.#leave(
          path,
          `it has ${Math.ceil(size / 1024)} KiB, at most ${MAX_DOCUMENT_BYTES / 1024} are read`,
        );
      return;
    }
    const bytes = readFileSync(full);
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch {
      if (!onlyIfMarkdown) this.#leave(path, "its bytes are not UTF-8");
      return;
    }
    if (text.includes("\u0000")) {
      if (!onlyIfMarkdown) this.#leave(path, "it is binary");
    } else if (!onlyIfMarkdown || /^\s*(?:#{1,6}\s|---\s*\n)/.test(text)) this.files.push({ path, text });
  }

  #picture(path: string, full: string): void {
    const size = statSync(full).size;
    if (size > MAX_DATA_BYTES * 4) {
      this.#leave(path, `the picture has ${Math.ceil(size / 1024)} KiB`);
      return;
    }
    const ending = PICTURE.exec(path)![1]!.toLowerCase().replace("jpeg", "jpg");
    if (imageType(readFileSync(full))?.type === ending) this.pictures.push(path);
    else this.#leave(path, `its bytes are no picture of type ${ending}`);
  }

  #leave(path: string, why: string): void {
    this.unread.push({ from: `${this.#name}/${path}`, why });
  }
}

function nameOf(folder: string): string {
  const name = basename(folder);
  const above = basename(dirname(folder));
  return GENERAL.test(name) && above !== "" ? `${above}/${name}` : name || "source";
}
