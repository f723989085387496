import type { Figure } from "../../reliability/measures/figure.ts";
import { type Epoch, instantOf } from "../../time.ts";
import { figureWords } from "../../words/figure-words.ts";
import { visibleText } from "../visible-text.ts";

/** Figures for a terminal, a line each. */
export function metricsConsole(figures: readonly Figure[], asOf: Epoch): string {
  const width = Math.max(0, ...figures.map(({ id }) => id.length));
  const lines = figures.map(({ id, value }) => {
    const words = value.kind === "none" ? `no data: ${value.why}` : figureWords(value);
    return `${visibleText(id).padEnd(width)}  ${words}\n`;
  });
  const period = figures[0]?.period;
  const tail = period
    ? `\n${instantOf(period.from)} to ${instantOf(period.to)}, as of ${instantOf(asOf)}. \`tidemark explain FIGURE\` lists what is behind one.\n`
    : "";
  return lines.join("") + tail;
}
