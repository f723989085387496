// Decides on the newest state of a branch and commits on top of exactly that; when somebody was faster, all over again.
import { basename, posix } from "node:path";
import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { GitHubFailure } from "../../src/adapters/github/github-failure.ts";
import { readDefaultBranch, readHead } from "../../src/adapters/github/reads.ts";
import type { GitHubPlan } from "../../src/core/github/github-plan.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { type Known, readForChange } from "../response/read-for-change.ts";
import { bringToHead } from "./bring-to-head.ts";
import { carryOut, type PlanFlags } from "./carry-out.ts";
import { folderInRepository } from "./folder-in-repository.ts";

/** The branch on which something is decided. */
export interface Place {
  readonly branch: string;
  readonly defaultBranch: string;
  /** The commit that the content folder was brought to; absent where nothing is to be written. */
  readonly onto?: string;
  /** The content folder within the repository. */
  readonly folder: string;
}

/** A plan, and the code that the command ends with once it is carried out. */
export interface Decision {
  readonly plan: GitHubPlan;
  readonly code: ExitCode;
}

const ATTEMPTS = 8;

/**
 * Reads what is known, has it decided, and carries the plan out. With `--apply` the content folder is made like the
 * branch before, and like the default branch after; without it the working copy is judged as it is and nothing is
 * written. The branch is the own one of an incident, where it has one, else the default branch.
 */
export async function onHead(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  ownBranch: string | undefined,
  decide: (known: Known, place: Place) => Promise<Decision>,
): Promise<ExitCode> {
  const parent = folderInRepository(context);
  if (parent === undefined) return 2;
  const folder = posix.join(parent, basename(context.contentDir));
  const defaultBranch = await readDefaultBranch(client);
  const apply = context.flags.apply === true;
  for (let attempt = 1; ; attempt++) {
    const own = ownBranch === undefined ? undefined : await readHead(client, ownBranch);
    const branch = own === undefined ? defaultBranch : ownBranch!;
    const head = own ?? (await readHead(client, branch));
    if (head === undefined) throw new GitHubFailure(`There is no branch ${branch}.`);
    if (apply) {
      const unsaved = await bringToHead(client, context.contentDir, folder, head);
      if (unsaved.length > 0)
        return refuse(
          context,
          `In ${folder} these are neither as the branch ${branch} has them nor as they were checked out: ${unsaved.slice(0, 5).join(", ")}. Commit them, or put them away.`,
        );
    }
    const known = readForChange(context);
    if (!known) return 1;
    const { plan, code } = await decide(known, {
      branch,
      defaultBranch,
      folder,
      ...(apply ? { onto: head.sha } : {}),
    });
    try {
      await carryOut(context, client, plan);
    } catch (error) {
      const again = error instanceof GitHubFailure && error.again && apply && attempt < ATTEMPTS;
      if (!again || (await readHead(client, branch))?.sha === head.sha) throw error;
      continue;
    }
    // What is built next shows the default branch, whatever was decided on.
    const after = apply ? await readHead(client, defaultBranch) : undefined;
    if (after !== undefined && (branch !== defaultBranch || after.sha !== head.sha))
      await bringToHead(client, context.contentDir, folder, after);
    return code;
  }
}

function refuse(context: CommandContext<unknown>, sentence: string): ExitCode {
  context.writeError(`${sentence}\nNothing was written.\n`);
  return 2;
}
