import type { Figure } from "../../reliability/measures/figure.ts";
import { type Epoch, instantOf } from "../../time.ts";
import { figureWords } from "../../words/figure-words.ts";

/** Figures as a Markdown table, with the formulas below. */
export function metricsMarkdown(figures: readonly Figure[], asOf: Epoch): string {
  const period = figures[0]?.period;
  const head = period
    ? `Figures of ${instantOf(period.from)} to ${instantOf(period.to)}, as of ${instantOf(asOf)}.\n\n`
    : "";
  const rows = figures.map(({ measure, slice, value, leftOut }) => {
    const over = slice === undefined ? "all" : `${slice.by} ${slice.value}`;
    return `| ${[measure.code ?? "", measure.name, over, figureWords(value), String(leftOut.length)].map(cell).join(" | ")} |\n`;
  });
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const formulas = measures.map(({ name, formula }) => `- **${cell(name)}**: ${cell(formula)}\n`);
  return `${head}| | measure | over | figure | left out |\n| --- | --- | --- | --- | ---: |\n${rows.join("")}\n${formulas.join("")}`;
}

function cell(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
}
