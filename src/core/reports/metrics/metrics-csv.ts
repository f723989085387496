import type { Figure } from "../../reliability/measures/figure.ts";
import { csvText } from "../../tables/csv-text.ts";
import { metricRows } from "./metric-rows.ts";

/** Figures as CSV, a number a line; a figure without data has one line that says why. */
export function metricsCsv(figures: readonly Figure[]): string {
  const header = ["figure", "code", "by", "slice", "statistic", "value", "unit", "low", "high", "note"];
  const lines = figures.flatMap((figure) => {
    const { measure, slice } = figure;
    const head = [figure.id, measure.code ?? "", slice?.by ?? "", slice?.value ?? ""];
    if (figure.value.kind === "none") return [[...head, "", "", "", "", "", figure.value.why]];
    return metricRows(figure).map(({ statistic, value, unit, low, high }) => [
      ...head,
      statistic,
      value,
      unit,
      low ?? "",
      high ?? "",
      "",
    ]);
  });
  return csvText([header, ...lines]);
}
