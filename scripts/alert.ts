// `tidemark alert ingest FILE`: read a notification → decide → write what changes → report.
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { MOST_BYTES, readAlerts } from "../src/core/alerts/read-alerts.ts";
import type { AlertSource } from "../src/core/alerts/signal.ts";
import { visibleText } from "../src/core/reports/visible-text.ts";
import { writeEntry } from "../src/loader/write-entry.ts";
import { alertWords } from "./alert/alert-words.ts";
import { planAlerts } from "./alert/plan-alerts.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { refuse } from "./refuse.ts";
import { readForChange } from "./response/read-for-change.ts";

/** What `alert ingest` was asked. */
export interface AlertFlags {
  readonly file: string;
  readonly from?: AlertSource;
  readonly dryRun: boolean;
}

/** Opens, notes and silences as the alerts of a notification ask for. */
export async function run(context: CommandContext<AlertFlags>): Promise<ExitCode> {
  const { file, from, dryRun } = context.flags;
  const path = resolve(context.environment.workingDir, file);
  const text = textOf(path);
  if (text === undefined)
    return refuse(context, 2, `There is no file ${file} of at most ${MOST_BYTES} bytes.`);
  const known = readForChange(context);
  if (!known) return 1;
  const reading = readAlerts(text, from, known.now);
  if (!reading.ok) return refuse(context, 2, ...reading.problems.map((problem) => `${file}: ${problem}.`));
  const plan = planAlerts(context.contentDir, known, reading.signals);
  const isNothing = plan.refusals.length > 0 && plan.decisions.every((each) => each.do === "refuse");
  const failed = plan.refusals.find(({ code }) => code !== 2 || isNothing);
  if (failed) return refuse(context, failed.code, ...plan.refusals.flatMap(({ sentences }) => sentences));
  if (!dryRun)
    for (const { path: target, text: whole, standing } of plan.files) {
      const writing = writeEntry(context.contentDir, target, whole, standing);
      if (!writing.written)
        return refuse(
          context,
          1,
          `${target} was changed by somebody else meanwhile; ingest the alert again.`,
        );
    }
  const say = (line: string) => context.quiet || context.write(`${visibleText(line)}\n`);
  for (const note of reading.notes) say(note);
  for (const decision of plan.decisions)
    if (decision.do === "refuse") context.writeError(`${visibleText(alertWords(decision))}\n`);
    else say(alertWords(decision));
  for (const { path: target } of plan.files) say(`${dryRun ? "would write" : "wrote"} ${target}`);
  return 0;
}

/** A file that is small enough to be a notification. */
function textOf(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const { size } = fstatSync(file);
    return size > MOST_BYTES ? undefined : readFileSync(file, "utf8");
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
