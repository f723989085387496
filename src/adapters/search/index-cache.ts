import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Size and time of last change of each file of a kept index; written last, so a list means that the index is whole. */
type KeptFiles = Record<string, readonly [size: number, changed: number]>;

/** Names of kept indexes, their lists, and lists that a dead build did not finish. */
const OURS = /^[0-9a-f]{64}(?:\.json(?:\.new)?)?$/;

/**
 * Puts the kept index of a digest into a folder that does not exist yet; `false` when none is kept, or when somebody
 * changed it. Files are linked, not copied: thousands of new files would cost more than all the rest.
 */
export function takeIndex(cache: string, digest: string, target: string): boolean {
  const kept = readKept(join(cache, `${digest}.json`));
  if (!kept || !isUnchanged(join(cache, digest), kept)) return false;
  linkFiles(join(cache, digest), target, Object.keys(kept));
  return true;
}

/** Keeps an index under its digest, and forgets all others. */
export function keepIndex(cache: string, digest: string, from: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache).filter((name) => OURS.test(name)))
    rmSync(join(cache, name), { recursive: true, force: true });
  const files = filesIn(from, "");
  linkFiles(from, join(cache, digest), files);
  const kept: KeptFiles = Object.fromEntries(files.map((file) => [file, stateOf(join(cache, digest, file))]));
  const list = join(cache, `${digest}.json`);
  writeFileSync(`${list}.new`, JSON.stringify(kept));
  renameSync(`${list}.new`, list);
}

function linkFiles(from: string, to: string, files: readonly string[]): void {
  for (const folder of new Set(files.map((file) => dirname(join(to, file)))))
    mkdirSync(folder, { recursive: true });
  for (const file of files) {
    try {
      linkSync(join(from, file), join(to, file));
    } catch (error) {
      if (!["EXDEV", "EPERM", "EMLINK", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? ""))
        throw error;
      copyFileSync(join(from, file), join(to, file));
    }
  }
}

function isUnchanged(folder: string, kept: KeptFiles): boolean {
  return Object.entries(kept).every(([file, [size, changed]]) => {
    const [sizeNow, changedNow] = stateOf(join(folder, file));
    return size === sizeNow && changed === changedNow;
  });
}

function stateOf(file: string): readonly [size: number, changed: number] {
  const state = lstatSync(file, { throwIfNoEntry: false });
  return state?.isFile() ? [state.size, state.mtimeMs] : [-1, -1];
}

function filesIn(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(folder, `${under}${entry.name}/`) : [`${under}${entry.name}`],
  );
}

function readKept(list: string): KeptFiles | undefined {
  try {
    const kept = JSON.parse(readFileSync(list, "utf8")) as KeptFiles | null;
    return kept !== null && "pagefind.js" in kept && Object.values(kept).every(Array.isArray)
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}
