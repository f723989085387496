// `tidemark github report --base REV`: the content then and now → what differs → secrets in the lines that are new → words.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { addedLines } from "../src/adapters/git/added-lines.ts";
import { exportFolder } from "../src/adapters/git/export-folder.ts";
import { commonAncestor, topOf } from "../src/adapters/git/revisions.ts";
import { findSecrets } from "../src/adapters/secrets/find-secrets.ts";
import { contentDifference } from "../src/core/reports/pull-request/content-difference.ts";
import {
  type PullRequestFacts,
  pullRequestSummary,
} from "../src/core/reports/pull-request/pull-request-summary.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { publicDifference } from "./pull-request/public-difference.ts";

/** What `github report` was asked. */
export interface ReportFlags {
  /** What the change is compared with: a commit, branch or tag. */
  readonly base: string;
  /** Whether both public sites are built and compared. */
  readonly public: boolean;
}

const MOST_BYTES = 1_000_000;

/** Prints as Markdown what a change of the content means; ends with 1 when a new line looks like a secret. */
export async function run(context: CommandContext<ReportFlags>): Promise<ExitCode> {
  const repository = dirname(context.contentDir);
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-report-"));
  try {
    const then = join(scratch, "then", basename(context.contentDir));
    const base = commonAncestor(repository, context.flags.base);
    const problem = exportFolder(repository, base ?? context.flags.base, basename(context.contentDir), then);
    if (problem !== undefined) return refuse(context, problem);
    const secrets = await secretsOf(repository, base ?? context.flags.base);
    for (const secret of secrets) context.writeError(annotation(secret));
    const ended = secrets.length > 0 ? 1 : 0;
    const now = readContent(context.contentDir, cacheFolderOf(context.contentDir));
    if (!now.knowledgeBase) {
      context.writeError(
        "Without site, taxonomy and teams nothing can be compared: `tidemark check` says what is wrong.\n",
      );
      return 1;
    }
    const before = readContent(then, cacheFolderOf(then));
    const facts: PullRequestFacts = {
      knowledgeBase: now.knowledgeBase,
      difference: contentDifference(before.knowledgeBase, now.knowledgeBase),
      ...(context.flags.public ? { becomesPublic: await publicDifference(context, then, scratch) } : {}),
      secrets,
    };
    context.write(pullRequestSummary(facts));
    return ended;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface PlacedSecret {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
}

/** A line that GitHub shows at its place in the change. */
function annotation({ path, line, column, kind }: PlacedSecret): string {
  const place = `file=${inCommand(path)},line=${line},col=${column},title=Looks like a secret`;
  return `::error ${place}::${inCommand(kind)}: take it out, and make it worthless where it is from\n`;
}

/** What looks like a secret and touches a line that is new. */
async function secretsOf(repository: string, base: string): Promise<PlacedSecret[]> {
  const top = topOf(repository) ?? repository;
  const found: PlacedSecret[] = [];
  for (const { path, lines } of addedLines(top, base) ?? []) {
    const file = join(top, path);
    if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > MOST_BYTES) continue;
    const text = readFileSync(file, "utf8");
    if (text.includes("\0")) continue;
    for (const { kind, line, lastLine, column } of await findSecrets(path, text))
      if ([...lines].some((added) => added >= line && added <= lastLine))
        found.push({ path, line, column, kind });
  }
  return found;
}

function refuse(context: CommandContext<ReportFlags>, problem: "no-git" | "no-revision"): ExitCode {
  context.writeError(
    problem === "no-git"
      ? "Expected git on this machine, found none.\n"
      : `Unexpected --base ${JSON.stringify(context.flags.base)}, expected a commit that this repository has. In a shallow clone fetch it first.\n`,
  );
  return problem === "no-git" ? 4 : 2;
}

/** Words as a workflow command takes them. */
function inCommand(text: string): string {
  return text.replace(
    /[%\r\n:,]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
