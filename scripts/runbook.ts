// `tidemark runbook verify`: read what is known → settle what is to be recorded → write it by byte range → report.
import { check } from "../src/core/check.ts";
import type { Entry } from "../src/core/knowledge-base/knowledge-base.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import type { CommandContext, ExitCode, VerifyFlags } from "./command.ts";
import { presentOf } from "./present-of.ts";
import { settleVerifications } from "./runbook/settle-verifications.ts";
import { writeVerification } from "./runbook/write-verification.ts";

/** Records that somebody followed runbooks as they stand: day, person, how, and the digest of the text. */
export async function run(context: CommandContext<VerifyFlags>): Promise<ExitCode> {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const { knowledgeBase } = content;
  if (!knowledgeBase) {
    const problems = check(undefined, content.diagnostics, content.sourceOf, context.now);
    const { color } = context.environment;
    context.writeError(
      reportConsole(problems, { files: content.files, milliseconds: 0, color, quiet: true }),
    );
    return 1;
  }
  const settled = settleVerifications(knowledgeBase, context.flags, presentOf(context, knowledgeBase.site));
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
