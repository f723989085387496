import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

/** Most bytes of a foreign file that is read. */
const MOST = 64 * 1024 * 1024;

/** A foreign file with the name that was asked for. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Reads foreign files, or says in one sentence which cannot be. */
export function readSources(workingDir: string, names: readonly string[]): Source[] | string {
  const sources: Source[] = [];
  for (const name of names) {
    const path = resolve(workingDir, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return `There is no file ${name}.`;
    if (stat.size > MOST) return `${name} is larger than 64 MB; split it.`;
    try {
      sources.push({ name, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return `${name} is not UTF-8 text.`;
    }
  }
  return sources;
}
