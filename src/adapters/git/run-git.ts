import { spawnSync } from "node:child_process";

/** Settings of a repository must not make git start other programs. */
const QUIET = ["-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "diff.external="];
const MOST = 512 * 1024 * 1024;

/** What git says in a folder; `undefined` where it refuses, and a word where there is no git. */
export function runGit(folder: string, words: readonly string[], input = ""): Buffer | "no-git" | undefined {
  const run = spawnSync("git", ["-C", folder, ...QUIET, ...words], { input, maxBuffer: MOST });
  if (run.error && (run.error as NodeJS.ErrnoException).code === "ENOENT") return "no-git";
  if (run.error) throw run.error;
  return run.status === 0 ? run.stdout : undefined;
}
