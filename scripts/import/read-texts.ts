import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { SourceFile } from "../../src/importers/markdown/import-types.ts";

/** What an import of a history may read of a folder. */
export interface SourceTexts {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly unread: readonly { readonly from: string; readonly why: string }[];
}

const LARGEST = 32 * 1024 * 1024;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads the texts of a folder, or one file, whose names end as wanted; symbolic links are named, never followed. */
export function readTexts(source: string, wanted: RegExp, skip: string): SourceTexts {
  const single = statSync(source).isFile();
  const root = resolve(single ? dirname(source) : source);
  const name = basename(root) || "source";
  const files: SourceFile[] = [];
  const unread: { from: string; why: string }[] = [];
  const read = (path: string): void => {
    const full = join(root, path);
    const state = lstatSync(full);
    const leave = (why: string) => void unread.push({ from: `${name}/${path}`, why });
    if (state.isSymbolicLink()) leave("it is a symbolic link, which is never followed");
    else if (state.size > LARGEST)
      leave(`it has ${Math.ceil(state.size / 1024)} KiB, at most ${LARGEST / 1024} are read`);
    else {
      try {
        files.push({ path, text: decoder.decode(readFileSync(full)) });
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        leave("its bytes are not UTF-8");
      }
    }
  };
  const walk = (folder: string): void => {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = folder === "" ? item.name : `${folder}/${item.name}`;
      if (item.name === ".git" || item.name === "node_modules" || join(root, path) === resolve(skip))
        continue;
      if (item.isDirectory()) walk(path);
      else if (wanted.test(path)) read(path);
    }
  };
  if (single) read(basename(source));
  else walk("");
  return { name, files, unread };
}
