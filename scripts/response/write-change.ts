import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import type { Changing } from "../../src/core/response/changing.ts";
import { writeEntry } from "../../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { planChange } from "./plan-change.ts";
import type { Known } from "./read-for-change.ts";

/** Writes the edits of an event into its file, or says why not. */
export function writeChange<K extends "incident" | "maintenance">(
  context: CommandContext<unknown>,
  known: Known,
  entry: Entry<K>,
  changingOf: (entry: Entry<K>) => Changing,
  words: readonly (string | undefined)[],
): ExitCode {
  const refuse = (code: ExitCode, ...sentences: string[]): ExitCode => {
    for (const sentence of sentences) context.writeError(`${sentence}\n`);
    context.writeError("Nothing was written.\n");
    return code;
  };
  const plan = planChange(context.contentDir, known, entry, changingOf, words);
  if (!plan.ok) return refuse(plan.code, ...plan.sentences);
  const writing = writeEntry(context.contentDir, plan.path, plan.text, plan.standing);
  if (writing.written) {
    if (!context.quiet) context.write(`${entry.file}: ${plan.says}\n`);
    return 0;
  }
  return writing.because === "invalid"
    ? refuse(1, ...writing.diagnostics.map(({ message }) => `${entry.file}: ${message}.`))
    : refuse(
        1,
        `${entry.file} was changed by somebody else meanwhile. Look at what they wrote, and say it again.`,
      );
}
