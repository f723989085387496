// `tidemark explain`: load → compute → report → exit.
import { figureByName } from "../src/core/reliability/measures/figure.ts";
import { explanation } from "../src/core/reports/explanation.ts";
import { didYouMean } from "../src/core/suggestion.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { EMPTY_PERIOD, type PeriodFlags, periodOf } from "./figure-period.ts";
import { keptFromPages } from "./kept-from-pages.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What `explain` was asked. */
export interface ExplainFlags extends PeriodFlags {
  /** `time-to-restore`, `M2`, or `time-to-restore/service=checkout`. */
  readonly figure: string;
}

/** What is behind one figure. */
export async function run(context: CommandContext<ExplainFlags>): Promise<ExitCode> {
  const { flags } = context;
  const knowledge = readKnowledge(context);
  if (knowledge === undefined) return 1;
  const { knowledgeBase, now, sourceOf } = knowledge;
  const period = periodOf(flags, knowledgeBase, now);
  if (period.from >= period.to) {
    context.writeError(EMPTY_PERIOD);
    return 2;
  }
  const figure = figureByName(knowledgeBase, flags.figure, period, now);
  if ("unknown" in figure) {
    const hint = didYouMean(figure.word, figure.known) ?? `There are ${figure.known.join(", ")}.`;
    context.writeError(`There is no ${figure.unknown} \`${figure.word}\`. ${hint}\n`);
    return 2;
  }
  context.write(explanation(figure, sourceOf, now) + keptFromPages(knowledgeBase, now));
  return 0;
}
