// `tidemark explain`: load → compute → report → exit.
import { figureByName } from "../src/core/reliability/measures/figure.ts";
import { MEASURES } from "../src/core/reliability/measures/index.ts";
import { DIMENSIONS } from "../src/core/reliability/measures/measure.ts";
import { explanation } from "../src/core/reports/explanation.ts";
import { didYouMean } from "../src/core/suggestion.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { type PeriodFlags, periodOf } from "./figure-period.ts";
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
  const figure = figureByName(knowledgeBase, flags.figure, periodOf(flags, knowledgeBase, now), now);
  if ("unknown" in figure) {
    const words = figure.unknown === "measure" ? MEASURES.map(({ id }) => id) : [...DIMENSIONS];
    const hint = didYouMean(figure.word, words) ?? `There are ${words.join(", ")}.`;
    context.writeError(`There is no ${figure.unknown} \`${figure.word}\`. ${hint}\n`);
    return 2;
  }
  context.write(explanation(figure, sourceOf, now));
  return 0;
}
