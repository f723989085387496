import type { Figure } from "../../reliability/measures/figure.ts";
import { compareCounts } from "../../reliability/statistics/compare-counts.ts";
import { comparePeriods } from "../../reliability/statistics/compare-periods.ts";
import { countTrend, lengthTrend, type Trend } from "../../words/trend-words.ts";
import type { ViewContext } from "../view-context.ts";
import { figureBook } from "./figure-book.ts";

/** A figure against that of the twelve months before; only lengths of time and counts have one. */
export function trendOf(context: ViewContext, figure: Figure): Trend | undefined {
  if (!trends.has(figure)) trends.set(figure, compared(context, figure));
  return trends.get(figure);
}

// Shuffling thousands of cases is worth doing once for all the pages that tell of it.
const trends = new WeakMap<Figure, Trend | undefined>();

function compared(context: ViewContext, figure: Figure): Trend | undefined {
  const { value, measure, inputs } = figure;
  if (value.kind === "count") {
    const earlier = figureBook(context).earlier(measure).value;
    if (earlier.kind !== "count" || value.days <= 0 || earlier.days <= 0) return undefined;
    return countTrend(compareCounts(earlier.count, value.count, { before: earlier.days, after: value.days }));
  }
  if (value.kind !== "distribution") return undefined;
  const earlier = figureBook(context).earlier(measure);
  const before = earlier.value.kind === "distribution" ? earlier.inputs.map(lengthOf) : [];
  const unended = { before: unendedOf(earlier), after: unendedOf(figure) };
  return lengthTrend(comparePeriods(before, inputs.map(lengthOf), unended));
}

function unendedOf({ value }: Figure): number {
  return value.kind === "distribution" ? (value.unfinished?.count ?? 0) : 0;
}

function lengthOf({ value }: Figure["inputs"][number]): number {
  return Number(value);
}
