import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { plainWords } from "../../words/plain-words.ts";
import type { Shown } from "../shown.ts";
import { href, shownOf, type ViewContext } from "../view-context.ts";
import { type Explained, explained } from "./explained.ts";
import { addressOfServiceFigures, FIGURES_CSV } from "./figure-addresses.ts";
import { figureBook } from "./figure-book.ts";
import { type FigureRow, figureRow } from "./figure-row.ts";
import { periodWords } from "./period-words.ts";

/** The figures of one service: each with everything behind it. */
export interface ServiceFiguresView {
  readonly service: Shown;
  readonly period: string;
  readonly lengths: readonly FigureRow[];
  readonly others: readonly FigureRow[];
  readonly sections: readonly {
    readonly row: FigureRow;
    readonly formula: string;
    readonly explained: Explained;
  }[];
  readonly download: string;
  readonly internal: boolean;
}

/** A service has fewer cases than the whole, and its page holds every measure. */
const MOST = { cases: 60, leftOut: 20 };

/** The page of one service's figures. */
export function serviceFiguresView(context: ViewContext, service: Entry<"service">): ServiceFiguresView {
  const { internal } = context.projection.reader;
  const book = figureBook(context);
  const page = href(context, addressOfServiceFigures(service.id));
  const sections = book.ofService(service.id).map((figure) => ({
    figure,
    row: figureRow(figure, `${page}#${figure.measure.id}`, internal),
    formula: plainWords(figure.measure.formula),
    explained: explained(context, figure, MOST),
  }));
  const lengths = sections.filter(
    ({ figure: { value, measure } }) =>
      value.kind === "distribution" || (value.kind === "none" && measure.unit === "duration"),
  );
  return {
    service: shownOf(context, service),
    period: periodWords(context, book.period),
    lengths: lengths.map(({ row }) => row),
    others: sections.filter((each) => !lengths.includes(each)).map(({ row }) => row),
    sections: sections.map(({ figure: _figure, ...section }) => section),
    download: href(context, FIGURES_CSV),
    internal,
  };
}
