import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { committedBlobs } from "../../src/adapters/git/committed-blobs.ts";
import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { readBlob, readFolder } from "../../src/adapters/github/read-folder.ts";
import type { Head } from "../../src/adapters/github/reads.ts";
import { compareFolder, matchFolder } from "../../src/loader/match-folder.ts";
import { cacheFolderOf } from "../../src/loader/read-content.ts";

/**
 * Makes the content folder what a branch holds. A file that differs from it is replaced only when nothing is lost: when
 * it stands as it was checked out, or as the branch had it at the last time. The paths of others are given back.
 */
export async function bringToHead(
  client: GitHubClient,
  contentDir: string,
  folder: string,
  head: Head,
): Promise<readonly string[]> {
  const blobs = await readFolder(client, head.tree, folder);
  const { wanted, surplus, standing } = compareFolder(contentDir, blobs);
  const memory = join(cacheFolderOf(contentDir), "branch.json");
  const known = new Set([...(committedBlobs(contentDir) ?? []), ...remembered(memory)]);
  const own = [...standing].filter(([, blob]) => !known.has(blob)).map(([path]) => path);
  if (own.length > 0) return own;
  const files = new Map<string, Uint8Array>();
  for (const { path, blob } of wanted) files.set(path, await readBlob(client, blob));
  if (files.size + surplus.length > 0) matchFolder(contentDir, files, surplus);
  remember(memory, [...blobs.values()]);
  return [];
}

/** The blobs that the branch had below the folder when it was last read. */
function remembered(memory: string): string[] {
  try {
    const blobs: unknown = JSON.parse(readFileSync(memory, "utf8"));
    return Array.isArray(blobs) ? blobs.filter((blob) => typeof blob === "string") : [];
  } catch {
    return [];
  }
}

function remember(memory: string, blobs: readonly string[]): void {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify(blobs));
}
