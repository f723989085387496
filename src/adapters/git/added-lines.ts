import { runGit } from "./run-git.ts";

/** A file that differs from a revision, and the lines of it that are new, by number. */
export interface AddedLines {
  /** Path below the root of the repository. */
  readonly path: string;
  readonly lines: ReadonlySet<number>;
}

const PLAIN = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"];

/** The lines that a working copy has and a revision has not; `undefined` where git cannot say. */
export function addedLines(repository: string, revision: string): AddedLines[] | undefined {
  const names = runGit(repository, [
    "diff",
    ...PLAIN,
    "--name-only",
    "-z",
    "--diff-filter=AM",
    "--end-of-options",
    revision,
  ]);
  if (names === undefined || names === "no-git") return undefined;
  return names
    .toString()
    .split("\0")
    .filter((path) => path !== "")
    .map((path) => ({ path, lines: linesOf(repository, revision, path) }));
}

function linesOf(repository: string, revision: string, path: string): Set<number> {
  const difference = runGit(repository, [
    "diff",
    ...PLAIN,
    "--unified=0",
    revision,
    "--",
    `:(top,literal)${path}`,
  ]);
  const lines = new Set<number>();
  if (difference === undefined || difference === "no-git") return lines;
  for (const [, from, count] of difference.toString("latin1").matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm))
    for (let line = Number(from); line < Number(from) + Number(count ?? 1); line++) lines.add(line);
  return lines;
}
