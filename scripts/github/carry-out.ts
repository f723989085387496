import { applyPlan } from "../../src/adapters/github/apply-plan.ts";
import type { GitHubClient } from "../../src/adapters/github/client.ts";
import type { GitHubPlan } from "../../src/core/github/github-plan.ts";
import { effectWords, planText } from "../../src/core/github/plan-text.ts";
import { visibleText } from "../../src/core/reports/visible-text.ts";
import type { CommandContext, ExitCode } from "../command.ts";

/** What every command that writes to GitHub is asked. */
export interface PlanFlags {
  /** Do it; without this word the plan is only printed. */
  readonly apply?: boolean;
  readonly format?: "console" | "json";
}

/** Prints a plan, or carries it out and tells what came of each effect. Failures are thrown with what was done already told. */
export async function carryOut(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  plan: GitHubPlan,
): Promise<ExitCode> {
  const { flags, write, quiet } = context;
  const json = flags.format === "json";
  if (flags.apply !== true) {
    if (json) write(`${JSON.stringify({ ...plan, applied: false }, undefined, 2)}\n`);
    else {
      write(planText(plan));
      if (plan.effects.length > 0) write("Nothing was written: --apply does it.\n");
    }
    return 0;
  }
  const applied = await applyPlan(client, plan, ({ effect, done, address }) => {
    if (json || quiet) return;
    const where = address === undefined ? "" : ` ${address}`;
    write(
      `${visibleText(`${done === "made" ? "Done" : "Stood already"}: ${effectWords(effect)}${where}`)}\n`,
    );
  });
  const remarks = [...plan.remarks, ...applied.remarks];
  if (json) write(`${JSON.stringify({ effects: applied.effects, remarks, applied: true }, undefined, 2)}\n`);
  else if (!quiet) {
    if (plan.effects.length === 0) write("Nothing is to be done on GitHub.\n");
    for (const remark of remarks) write(`Note: ${visibleText(remark)}\n`);
  }
  return 0;
}
