import { metricsCsv } from "../../reports/metrics/metrics-csv.ts";
import { csvText } from "../../tables/csv-text.ts";
import type { SiteFile } from "../site-file.ts";
import type { ViewContext } from "../view-context.ts";
import { placeOf } from "./explained.ts";
import { FIGURES_CSV, measureCsv } from "./figure-addresses.ts";
import { figureBook } from "./figure-book.ts";

/** What the pages of figures offer to download: all numbers in one file, and the cases of each measure. */
export function* figureFiles(context: ViewContext): Generator<SiteFile> {
  const book = figureBook(context);
  const all = [...book.overall, ...context.projection.services.flatMap(({ id }) => book.ofService(id))];
  yield { path: FIGURES_CSV, text: metricsCsv(withoutTargets(all, context)) };
  for (const { measure, inputs, leftOut } of book.overall) {
    const rows: (string | number)[][] = [
      ["case", "title", "counts", "value", "unit", "why not", "places"],
      ...inputs.map(({ id, title, value, file, fields }) => [
        id,
        title,
        "yes",
        typeof value === "number" && measure.unit === "duration" ? value / 1000 : value,
        measure.unit === "duration" ? "seconds" : measure.unit,
        "",
        fields.map((field) => placeOf(context, file, field)).join(" "),
      ]),
      ...leftOut.map(({ id, title, why, file, field }) => [
        id,
        title,
        "no",
        "",
        "",
        why,
        field === undefined ? "" : placeOf(context, file, field),
      ]),
    ];
    yield {
      path: measureCsv(measure.id),
      text: csvText(rows),
    };
  }
}

/** Targets are the organisation's own business. */
function withoutTargets(
  all: ReturnType<typeof figureBook>["overall"],
  { projection }: ViewContext,
): ReturnType<typeof figureBook>["overall"] {
  if (projection.reader.internal) return all;
  return all.map((figure) => {
    if (figure.value.kind !== "distribution") return figure;
    const { withinTarget: _inside, ...value } = figure.value;
    return { ...figure, value };
  });
}
