import { statSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./list-files.ts";

/** What the file system says of a file: size, last change of its bytes and of its name or rights, and which file it is. */
export type FileStat = readonly [size: number, modified: number, changed: number, inode: number];

/** File systems count time in ticks, some of two seconds; what was read within one may have changed in the same tick. */
const TICK = 2_000;

/** What stands for links, devices and what went away in between. */
export const NO_FILE: FileStat = [-1, 0, 0, 0];

/** Every thing below a content folder with what the file system says of it. */
export function fileStats(folder: string): Map<string, FileStat> {
  const stats = new Map<string, FileStat>();
  for (const { path, type } of listFiles(folder)) {
    const stat = type === "file" ? statSync(join(folder, path), { throwIfNoEntry: false }) : undefined;
    stats.set(path, stat ? [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino] : NO_FILE);
  }
  return stats;
}

/** Whether a file is known to hold the bytes that were read at `readAt`; where it may not, they must be read again. */
export function isUntouched(now: FileStat, then: FileStat, readAt: number): boolean {
  return now.every((part, index) => part === then[index]) && Math.max(now[1], now[2]) < readAt - TICK;
}
