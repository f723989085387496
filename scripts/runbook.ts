// `tidemark runbook verify`: read what is known → settle what is to be recorded → write it by byte range → report.
import type { Entry } from "../src/core/knowledge-base/knowledge-base.ts";
import type { CommandContext, ExitCode, VerifyFlags } from "./command.ts";
import { readForChange } from "./response/read-for-change.ts";
import { settleVerifications } from "./runbook/settle-verifications.ts";
import { writeVerification } from "./runbook/write-verification.ts";

/** Records that somebody followed runbooks as they stand: day, person, how, and the digest of the text. */
export async function run(context: CommandContext<VerifyFlags>): Promise<ExitCode> {
  const known = readForChange(context);
  if (known === undefined) return 1;
  const { knowledgeBase, now } = known;
  const settled = settleVerifications(knowledgeBase, context.flags, now);
  if (!settled.ok) {
    for (const sentence of settled.problems) context.writeError(`${sentence}\n`);
    context.writeError("Nothing was written.\n");
    return 2;
  }
  let worst: ExitCode = 0;
  for (const { runbook, verification } of settled.verifications) {
    const problem = writeVerification(context.contentDir, knowledgeBase.root, runbook, verification);
    if (problem === undefined) say(context, runbook, verification);
    else context.writeError(`${problem}\n`);
    if (problem !== undefined) worst = 1;
  }
  if (settled.verifications.length === 0 && !context.quiet)
    context.write("There is nothing to record: every verification has its digest already.\n");
  return worst;
}

function say(
  context: CommandContext<VerifyFlags>,
  { id }: Entry<"runbook">,
  { on, by, how, text }: { on: string; by: string; how: string; text: string },
): void {
  if (!context.quiet) context.write(`${id}: verified on ${on} by ${by} (${how}), text ${text}\n`);
}
