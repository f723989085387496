// `tidemark github postmortem`: read what is known here and there → plan → print it, or carry it out.

import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { readPostmortem } from "../../src/adapters/github/read-postmortem.ts";
import { draftPostmortem } from "../../src/core/drafts/draft-postmortem.ts";
import { type GitHubPlan, joinPlans } from "../../src/core/github/github-plan.ts";
import { placedPlan } from "../../src/core/github/placed-plan.ts";
import { planClosing } from "../../src/core/github/plan-closing.ts";
import { planPostmortem } from "../../src/core/github/plan-postmortem.ts";
import { postmortemsToReconcile } from "../../src/core/github/postmortems-to-reconcile.ts";
import { problemsOf, readStanding } from "../../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { type Knowledge, readKnowledge } from "../read-knowledge.ts";
import { carryOut, type PlanFlags } from "./carry-out.ts";
import { clientFrom } from "./client-from.ts";
import { folderInRepository } from "./folder-in-repository.ts";

/** What `github postmortem` was asked. */
export interface PostmortemFlags extends PlanFlags {
  /** Only this incident, whether one is required or not. */
  readonly incident?: string;
}

/** Opens the pull request of each postmortem that is required and not begun, and closes what a final one ends. */
export async function run(context: CommandContext<PostmortemFlags>): Promise<ExitCode> {
  const known = readKnowledge(context);
  if (known === undefined) return 1;
  const { incident } = context.flags;
  if (incident !== undefined && !known.knowledgeBase.look.incident.has(incident)) {
    context.writeError(`There is no incident \`${incident}\`.\n`);
    return 2;
  }
  const client = clientFrom(context);
  const folder = folderInRepository(context);
  if (client === undefined || folder === undefined) return 2;
  const begun = await planToBegin(context, client, known);
  if (begun === undefined) return 1;
  const closing = await planToClose(context, client, known);
  await carryOut(context, client, placedPlan(joinPlans([begun, closing]), folder));
  if (context.flags.apply !== true || begun.effects.length === 0) return 0;
  // Once the pull requests have their numbers there is more to say.
  const more = await planToBegin(context, client, known);
  if (more !== undefined && more.effects.length > 0)
    await carryOut(context, client, placedPlan(more, folder));
  return 0;
}

async function planToBegin(
  context: CommandContext<PostmortemFlags>,
  client: GitHubClient,
  { knowledgeBase, now }: Knowledge,
): Promise<GitHubPlan | undefined> {
  const { begin, remarks } = postmortemsToReconcile(knowledgeBase, now, context.flags.incident);
  const plans: GitHubPlan[] = [{ effects: [], remarks }];
  for (const incident of begin) {
    const drafting = draftPostmortem(knowledgeBase, { incident: incident.id }, now);
    const problems = drafting.ok
      ? problemsOf(context.contentDir, drafting.draft.path, drafting.draft.text)
          .filter(({ severity }) => severity === "error")
          .map(({ message }) => message)
      : drafting.problems.map(({ message }) => message);
    if (!drafting.ok || problems.length > 0) {
      context.writeError(`${incident.id}: ${problems.join("; ")}.\nNothing was written.\n`);
      return undefined;
    }
    const standing = await readPostmortem(client, incident);
    plans.push(planPostmortem(knowledgeBase, incident, drafting.draft, standing));
  }
  return joinPlans(plans);
}

async function planToClose(
  context: CommandContext<PostmortemFlags>,
  client: GitHubClient,
  { knowledgeBase, now }: Knowledge,
): Promise<GitHubPlan> {
  const plans: GitHubPlan[] = [];
  const { close } = postmortemsToReconcile(knowledgeBase, now, context.flags.incident);
  for (const { incident, postmortem } of close) {
    const path = incident.file.slice(knowledgeBase.root.length + 1);
    const text = readStanding(context.contentDir, path)?.text;
    if (text === undefined) continue;
    const standing = await readPostmortem(client, incident);
    plans.push(planClosing(knowledgeBase, incident, postmortem, text, standing));
  }
  return joinPlans(plans);
}
