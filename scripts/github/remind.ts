// `tidemark github remind`: read what is late → plan → print it, or remind.
import { readPostmortem } from "../../src/adapters/github/read-postmortem.ts";
import { type GitHubPlan, joinPlans } from "../../src/core/github/github-plan.ts";
import { planReminder } from "../../src/core/github/plan-reminder.ts";
import { postmortemDuty } from "../../src/core/reliability/postmortem-duty.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { readKnowledge } from "../read-knowledge.ts";
import { carryOut, type PlanFlags } from "./carry-out.ts";
import { clientFrom } from "./client-from.ts";

/** How long somebody is reminded: after a quarter nobody listens. */
const REMINDED = 90 * 86_400_000;

/** Reminds on the pull requests of postmortems that are late, at most once a day. */
export async function run(context: CommandContext<PlanFlags>): Promise<ExitCode> {
  const known = readKnowledge(context);
  if (known === undefined) return 1;
  const client = clientFrom(context);
  if (client === undefined) return 2;
  const { knowledgeBase, now } = known;
  const plans: GitHubPlan[] = [];
  for (const incident of knowledgeBase.incidents) {
    const { draftDue, finalDue } = postmortemDuty(knowledgeBase, incident.data);
    const due = draftDue ?? finalDue;
    const final = (knowledgeBase.look.postmortemsOf.get(incident.id) ?? []).some(
      ({ data }) => data.state === "final",
    );
    if (final || due === undefined || due > now || due < now - REMINDED) continue;
    plans.push(planReminder(knowledgeBase, incident, await readPostmortem(client, incident), now));
  }
  return await carryOut(context, client, joinPlans(plans));
}
