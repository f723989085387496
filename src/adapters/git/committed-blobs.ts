import { spawnSync } from "node:child_process";

/** The names of all blobs that the checked-out commit has below a folder; `undefined` where there is no repository. */
export function committedBlobs(folder: string): ReadonlySet<string> | undefined {
  const listed = spawnSync("git", ["-c", "core.fsmonitor=false", "ls-tree", "-r", "-z", "HEAD", "."], {
    cwd: folder,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (listed.status !== 0) return undefined;
  const entries = listed.stdout.toString().split("\0");
  return new Set(entries.flatMap((entry) => / blob ([0-9a-f]{40})\t/.exec(entry)?.[1] ?? []));
}
