import { runGit } from "./run-git.ts";

/** The newest commit that a revision and the working copy's own have in common; `undefined` where git knows none. */
export function commonAncestor(repository: string, revision: string): string | undefined {
  return said(repository, ["merge-base", "--end-of-options", revision, "HEAD"]);
}

/** The top folder of a working copy. */
export function topOf(repository: string): string | undefined {
  return said(repository, ["rev-parse", "--show-toplevel"]);
}

function said(repository: string, words: readonly string[]): string | undefined {
  const answer = runGit(repository, words);
  return answer === undefined || answer === "no-git" ? undefined : answer.toString().trim();
}
