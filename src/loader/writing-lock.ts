import { join } from "node:path";
import { acquireLock, type Lock } from "../locks/lock.ts";
import { LockRefused } from "../locks/lock-refused.ts";
import { cacheFolderOf } from "./read-content.ts";

/** Writing takes milliseconds; whoever waits longer than this waits for something that hangs. */
const PATIENCE = 5_000;
const PAUSE = 20;

/** Does something while no other command of ours writes into a content folder. */
export function underWritingLock<T>(contentFolder: string, work: () => T): T {
  const lock = acquireWritingLock(contentFolder);
  try {
    return work();
  } finally {
    lock.release();
  }
}

/** Takes the lock under which files of a content folder are compared and written; waits for a writer that is at it. */
function acquireWritingLock(contentFolder: string): Lock {
  const path = join(cacheFolderOf(contentFolder), "writing.lock");
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return acquireLock(path, Date.now(), "Another command that writes content");
    } catch (error) {
      const busy = error instanceof LockRefused && error.code === "held";
      if (!busy || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
