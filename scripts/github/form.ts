// `tidemark github form [--check]`: taxonomy and services → the issue form of the repository.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FORM_PATH } from "../../src/core/declare/form-fields.ts";
import { issueForm } from "../../src/core/declare/issue-form.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { readForChange } from "../response/read-for-change.ts";

/** What `github form` was asked. */
export interface FormFlags {
  /** Write nothing, and end with 1 where the form is not current. */
  readonly check: boolean;
}

/** Writes the form beside the content folder, or says whether it is current. */
export async function run(context: CommandContext<FormFlags>): Promise<ExitCode> {
  const known = readForChange(context);
  if (!known) return 1;
  const path = join(dirname(context.contentDir), FORM_PATH);
  const text = issueForm(known.knowledgeBase);
  const before = standing(path);
  const say = (words: string) => context.quiet || context.write(`${words}\n`);
  if (before === text) {
    say(`${FORM_PATH} is current.`);
    return 0;
  }
  if (context.flags.check && before === undefined) {
    say(`There is no ${FORM_PATH}, so none can be out of date.`);
    return 0;
  }
  if (context.flags.check) {
    context.writeError(
      `${FORM_PATH} is not what taxonomy and services make of it: \`tidemark github form\` writes it.\n`,
    );
    return 1;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  say(`wrote ${FORM_PATH}`);
  return 0;
}

function standing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
