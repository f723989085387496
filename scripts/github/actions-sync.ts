// `tidemark actions sync`: read the items here and their issues there → plan → print it, or carry it out.
import { readActions } from "../../src/adapters/github/read-actions.ts";
import { allActionItems } from "../../src/core/action-items/all-action-items.ts";
import { isOverdue } from "../../src/core/action-items/is-overdue.ts";
import { placedPlan } from "../../src/core/github/placed-plan.ts";
import { planActions } from "../../src/core/github/plan-actions.ts";
import { dateIn } from "../../src/core/time.ts";
import { readStanding } from "../../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { readKnowledge } from "../read-knowledge.ts";
import { carryOut, type PlanFlags } from "./carry-out.ts";
import { clientFrom } from "./client-from.ts";
import { folderInRepository } from "./folder-in-repository.ts";

/** What `actions sync` was asked. */
export interface ActionsFlags extends PlanFlags {
  /** Print the plan; so it is without any word, too. */
  readonly plan?: boolean;
}

/** Keeps one issue per action item as content has it, and proposes as done what was closed on GitHub. */
export async function run(context: CommandContext<ActionsFlags>): Promise<ExitCode> {
  const known = readKnowledge(context);
  if (known === undefined) return 1;
  const client = clientFrom(context);
  const folder = folderInRepository(context);
  if (client === undefined || folder === undefined) return 2;
  const { knowledgeBase, now } = known;
  const zone = knowledgeBase.site.timeZone;
  const items = allActionItems(knowledgeBase);
  const files = new Set(items.map(({ entry }) => entry.file));
  const texts = new Map<string, string>();
  for (const file of files) {
    const text = readStanding(context.contentDir, file.slice(knowledgeBase.root.length + 1))?.text;
    if (text !== undefined) texts.set(file, text);
  }
  const overdue = new Set(items.filter(({ item }) => isOverdue(item, now, zone)).map(({ item }) => item.id));
  const month = dateIn(now, zone).slice(0, 7);
  const standing = await readActions(client, { overdue, month, texts, folder });
  return await carryOut(context, client, placedPlan(planActions(knowledgeBase, standing, now), folder));
}
