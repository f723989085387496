import type { Chart } from "../../charts/chart.ts";
import type { Figure } from "../../reliability/measures/figure.ts";
import { plainWords } from "../../words/plain-words.ts";
import type { Trend } from "../../words/trend-words.ts";
import { latePage, type Page } from "../page.ts";
import type { Shown } from "../shown.ts";
import { href, shownOf, type ViewContext } from "../view-context.ts";
import { durationChart } from "./duration-chart.ts";
import { type Explained, explained } from "./explained.ts";
import { addressOfMeasure, addressOfServiceFigures, measureCsv } from "./figure-addresses.ts";
import { figureBook, measuresFor } from "./figure-book.ts";
import { type FigureRow, figureRow } from "./figure-row.ts";
import { periodWords } from "./period-words.ts";
import { trendOf } from "./trend-of.ts";

/** The page of one measure: what it is, its figure, and everything behind it. */
export interface MeasureView {
  readonly row: FigureRow;
  readonly period: string;
  readonly formula: string;
  readonly misleads: string;
  readonly trend?: Trend;
  readonly remark?: string;
  readonly chart?: Chart;
  readonly explained: Explained;
  /** The same measure of each service that has one. */
  readonly services: readonly { readonly service: Shown; readonly row: FigureRow }[];
  readonly download: string;
  readonly internal: boolean;
}

/** The pages that explain the figures of the page of all figures. */
export function* measurePages(context: ViewContext): Generator<Page<MeasureView>> {
  for (const measure of measuresFor(context.projection))
    yield latePage({ path: addressOfMeasure(measure.id), template: "measure", title: measure.name }, () =>
      measureView(context, figureBook(context).overall.find((figure) => figure.measure === measure)!),
    );
}

/** The page of one measure. */
export function measureView(context: ViewContext, figure: Figure): MeasureView {
  const { projection } = context;
  const { internal } = projection.reader;
  const { measure } = figure;
  const book = figureBook(context);
  const download = measureCsv(measure.id);
  const trend = trendOf(context, figure);
  return {
    row: figureRow(figure, href(context, addressOfMeasure(measure.id)), internal),
    period: periodWords(context, book.period),
    formula: plainWords(measure.formula),
    misleads: plainWords(measure.misleads),
    ...(trend === undefined ? {} : { trend }),
    ...(figure.remark === undefined ? {} : { remark: figure.remark }),
    ...(figure.value.kind === "distribution" ? { chart: durationChart(context, figure, download) } : {}),
    explained: explained(context, figure),
    services: projection.services.flatMap((service) => {
      const own = book.ofService(service.id).find((each) => each.measure === measure)!;
      if (own.inputs.length === 0) return [];
      const url = `${href(context, addressOfServiceFigures(service.id))}#${measure.id}`;
      return [{ service: { ...shownOf(context, service), url }, row: figureRow(own, url, internal) }];
    }),
    download: href(context, download),
    internal,
  };
}
