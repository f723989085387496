import { Argument, InvalidArgumentError, Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { asZone } from "./option-values.ts";

/** The commands that begin a repository and bring it to a newer version of the content model. */
export const START_ROWS: readonly CommandRow[] = [
  {
    words: "init",
    does: "write a new repository into an empty folder: content that passes the check, workflows, editor settings",
    load: () => import("../init.ts"),
    arguments: [new Argument("[dir]", "the folder (default: this one)")],
    options: [
      new Option("--yes", "take the default of what is not said, and ask nothing"),
      new Option("--name <name>", "what the knowledge base is called"),
      new Option("--url <address>", "where its site will be published"),
      new Option("--zone <zone>", "the time zone of the team, e.g. Europe/Berlin").argParser(asZone),
      new Option("--team <name>", "the first team"),
      new Option("--handle <handle>", "the first person, by handle"),
      new Option("--github <login>", "the GitHub login of that person"),
      new Option("--service <name>", "the first service"),
      new Option(
        "--tidemark <source>",
        "which Tidemark the workflows run, OWNER/REPOSITORY@COMMIT (default: this one)",
      ).argParser(asHome),
    ],
    fixed: { yes: false },
    needsContent: false,
  },
  {
    words: "migrate",
    does: "bring content of an older version of the content model up to date",
    load: () => import("../migrate.ts"),
    options: [new Option("--dry-run", "say what would change, but write nothing")],
    fixed: { dryRun: false },
  },
];

function asHome(text: string): { repository: string; commit: string } {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? [];
  if (repository === undefined || commit === undefined)
    throw new InvalidArgumentError(
      "It is not OWNER/REPOSITORY@COMMIT with all forty digits of the commit, for a name can be moved and a commit cannot.",
    );
  return { repository, commit };
}
