import { runGit } from "./run-git.ts";

/** The commit that a checkout stands at, and the GitHub repository that it came from, as far as git knows them. */
export function readRemote(folder: string): { repository?: string; commit?: string } {
  const commit = said(folder, ["rev-parse", "HEAD"]);
  const address = said(folder, ["remote", "get-url", "origin"]);
  const repository = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? "")?.[1];
  return {
    ...(repository === undefined ? {} : { repository }),
    ...(commit !== undefined && /^[0-9a-f]{40}$/.test(commit) ? { commit } : {}),
  };
}

function said(folder: string, words: readonly string[]): string | undefined {
  const answer = runGit(folder, words);
  return answer === undefined || answer === "no-git" ? undefined : answer.toString().trim();
}
