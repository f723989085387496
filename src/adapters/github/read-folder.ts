// A folder of the repository as a commit has it, and whether somebody may write in the repository. Nothing here writes.
import { blobAnswer, permissionAnswer, treeAnswer } from "../../core/github/answers.ts";
import type { GitHubClient } from "./client.ts";
import { GitHubFailure } from "./github-failure.ts";

/** The names of the blobs below a folder of a tree, by path within the folder; git's own links and modules are left out. */
export async function readFolder(
  client: GitHubClient,
  tree: string,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const { tree: entries, truncated } = await client.read(treeAnswer, "/git/trees/{tree}", {
    tree,
    recursive: 1,
  });
  if (truncated) throw new GitHubFailure("The repository has more files than GitHub lists at once.");
  const within = `${folder}/`;
  return new Map(
    entries.flatMap(({ path, type, mode, sha }) =>
      type === "blob" && mode !== "120000" && path.startsWith(within) && isPlain(path)
        ? [[path.slice(within.length), sha] as const]
        : [],
    ),
  );
}

/** The bytes of a blob. */
export async function readBlob(client: GitHubClient, sha: string): Promise<Uint8Array> {
  const { content } = await client.read(blobAnswer, "/git/blobs/{sha}", { sha });
  return Buffer.from(content, "base64");
}

/** Whether somebody may write in the repository: asked of GitHub, for what an event says of its sender is not enough. */
export async function mayWrite(client: GitHubClient, login: string): Promise<boolean> {
  if (!/^[A-Za-z0-9-]{1,39}$/.test(login)) return false;
  try {
    const route = "/collaborators/{login}/permission";
    const { permission, role_name: role } = await client.read(permissionAnswer, route, { login });
    return WRITES.has(permission) || (role !== undefined && WRITES.has(role));
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 404) return false;
    throw error;
  }
}

const WRITES = new Set(["admin", "maintain", "write", "push"]);

/** A path that cannot lead out of its folder. */
function isPlain(path: string): boolean {
  return !path.split("/").some((part) => part === "" || part === "." || part === ".." || part.includes("\\"));
}
