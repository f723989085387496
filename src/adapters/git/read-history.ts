import { runGit } from "./run-git.ts";

/** A file as one commit left it. */
export interface FileVersion {
  readonly commit: string;
  /** When it was committed, RFC 3339. */
  readonly at: string;
  readonly text: string;
}

/** What git remembers of some files, or why nothing. */
export type History =
  | { readonly kind: "absent"; readonly why: "no-git" | "no-repository" | "no-commit" }
  | {
      readonly kind: "known";
      /** Whether earlier commits were never fetched. */
      readonly shallow: boolean;
      /** When the earliest commit that is known was made. */
      readonly since: string;
      /** By path below the folder, oldest first. */
      readonly versions: ReadonlyMap<string, readonly FileVersion[]>;
    };

/** The versions of the files below a folder that the first line of parents had; git is asked with fixed words and paths alone. */
export function readHistory(folder: string, below: string): History {
  const inside = runGit(folder, ["rev-parse", "--is-shallow-repository"]);
  if (inside === "no-git") return { kind: "absent", why: "no-git" };
  if (inside === undefined) return { kind: "absent", why: "no-repository" };
  const log = runGit(folder, [
    "log",
    "--first-parent",
    "-m",
    "--reverse",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--relative",
    "--name-only",
    "--format=%H %cI",
    "--",
    below,
  ]);
  const first = runGit(folder, ["log", "--first-parent", "--format=%cI"]);
  const since = first?.toString().trim().split("\n").at(-1);
  if (log === undefined || log === "no-git" || !since) return { kind: "absent", why: "no-commit" };
  const wanted = versionsIn(log.toString());
  return {
    kind: "known",
    shallow: inside.toString().trim() === "true",
    since,
    versions: textsOf(folder, wanted),
  };
}

interface Wanted {
  readonly commit: string;
  readonly at: string;
  readonly path: string;
}

function versionsIn(log: string): Wanted[] {
  const wanted: Wanted[] = [];
  let [commit, at] = ["", ""];
  for (const line of log.split("\n")) {
    const head = /^([0-9a-f]{40,64}) (\S+)$/.exec(line);
    if (head) [commit, at] = [head[1]!, head[2]!];
    // Names of content need no quotes of git's.
    else if (/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(line)) wanted.push({ commit, at, path: line });
  }
  return wanted;
}

function textsOf(folder: string, wanted: readonly Wanted[]): Map<string, FileVersion[]> {
  const versions = new Map<string, FileVersion[]>();
  if (wanted.length === 0) return versions;
  const questions = wanted.map(({ commit, path }) => `${commit}:./${path}\n`).join("");
  const answers = runGit(folder, ["cat-file", "--batch"], questions);
  if (answers === undefined || answers === "no-git") return versions;
  let offset = 0;
  for (const { commit, at, path } of wanted) {
    const end = answers.indexOf(10, offset);
    const blob = /^[0-9a-f]+ blob (\d+)$/.exec(answers.subarray(offset, end).toString());
    offset = end + 1;
    // A commit that took the file away leaves no version.
    if (!blob) continue;
    const length = Number(blob[1]);
    const text = answers.subarray(offset, offset + length).toString();
    offset += length + 1;
    versions.set(path, [...(versions.get(path) ?? []), { commit, at, text }]);
  }
  return versions;
}
