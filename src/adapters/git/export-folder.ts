import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runGit } from "./run-git.ts";

/** Why a folder of an earlier revision cannot be had. */
export type NoExport = "no-git" | "no-revision";

/**
 * Writes a folder as a revision has it below another folder; `undefined` when it is there, empty where the revision has none.
 * Only files are written: no link, and no path that leads out.
 */
export function exportFolder(
  repository: string,
  revision: string,
  folder: string,
  into: string,
): NoExport | undefined {
  const commit = runGit(repository, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  if (commit === "no-git") return "no-git";
  if (commit === undefined) return "no-revision";
  mkdirSync(into, { recursive: true });
  const list = runGit(repository, ["ls-tree", "-r", "-z", `${commit.toString().trim()}:./${folder}`]);
  if (list === undefined || list === "no-git") return undefined;
  const files = list
    .toString()
    .split("\0")
    .flatMap((row) => {
      const [, digest, path] = /^100(?:644|755) blob ([0-9a-f]{40,64})\t(.+)$/s.exec(row) ?? [];
      return digest && path && isPlain(path) ? [{ digest, path }] : [];
    });
  const answers = runGit(
    repository,
    ["cat-file", "--batch"],
    files.map(({ digest }) => `${digest}\n`).join(""),
  );
  if (answers === undefined || answers === "no-git") return undefined;
  let offset = 0;
  for (const { path } of files) {
    const end = answers.indexOf(10, offset);
    const length = Number(answers.subarray(offset, end).toString().split(" ")[2]);
    const target = join(into, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, answers.subarray(end + 1, end + 1 + length));
    offset = end + 1 + length + 1;
  }
  return undefined;
}

function isPlain(path: string): boolean {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && !/[\\:]/.test(part));
}
