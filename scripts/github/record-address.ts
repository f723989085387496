import type { GitHubClient } from "../../src/adapters/github/client.ts";
import type { Place } from "./on-head.ts";

/** Where people read a file of the content folder on GitHub; relative, so that it holds on every host of GitHub's. */
export function recordAddress(
  { owner, name }: GitHubClient,
  { branch, folder }: Place,
  path: string,
): string {
  return `/${owner}/${name}/blob/${branch}/${folder}/${path}`;
}
