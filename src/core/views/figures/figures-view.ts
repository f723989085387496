import type { Chart } from "../../charts/chart.ts";
import type { Figure } from "../../reliability/measures/figure.ts";
import { scopeOf } from "../../reliability/measures/slices.ts";
import { durationWords } from "../../words/duration-words.ts";
import { countTrend, type Trend } from "../../words/trend-words.ts";
import type { Shown } from "../shown.ts";
import { href, shownOf, type ViewContext } from "../view-context.ts";
import { calendarChart } from "./calendar-chart.ts";
import { durationChart } from "./duration-chart.ts";
import { addressOfMeasure, addressOfServiceFigures, FIGURES_CSV, measureCsv } from "./figure-addresses.ts";
import { figureBook } from "./figure-book.ts";
import { type FigureRow, figureRow } from "./figure-row.ts";
import { monthChart } from "./month-chart.ts";
import { periodWords } from "./period-words.ts";
import { trendOf } from "./trend-of.ts";

/** One service in the table by service: the figures that are asked for most, each a link to its explanation. */
export interface ServiceFiguresRow {
  readonly service: Shown;
  readonly incidents: Shown;
  readonly cells: readonly (Shown & { readonly n?: string })[];
}

/** The page of all figures: overall and by service, for twelve months. */
export interface FiguresView {
  readonly period: string;
  readonly lengths: readonly (FigureRow & { readonly trend?: Trend })[];
  readonly others: readonly FigureRow[];
  readonly charts: readonly Chart[];
  readonly columns: readonly string[];
  readonly services: readonly ServiceFiguresRow[];
  /** Services without an incident in the period. */
  readonly quiet: readonly Shown[];
  readonly download: string;
  /** Whether the reader can run the commands. */
  readonly internal: boolean;
}

/** What stands by service, in this order. */
const BY_SERVICE = ["time-to-detect", "time-to-restore", "downtime"];

/** The page of all figures. */
export function figuresView(context: ViewContext): FiguresView {
  const { projection, now } = context;
  const book = figureBook(context);
  const { internal } = projection.reader;
  const rows = book.overall.map((figure) => ({
    figure,
    row: figureRow(figure, href(context, addressOfMeasure(figure.measure.id)), internal),
  }));
  const isLength = ({ figure }: (typeof rows)[number]) =>
    figure.value.kind === "distribution" ||
    (figure.value.kind === "none" && figure.measure.unit === "duration");
  const { incidents } = scopeOf(projection, book.period, now);
  const named = (id: string) => book.overall.find(({ measure }) => measure.id === id);
  const frequency = named("frequency")!;
  const busy = projection.services.filter(({ id }) => countOf(book.ofService(id)) > 0);
  const shown = BY_SERVICE.filter((id) => named(id) !== undefined);
  return {
    period: periodWords(context, book.period),
    lengths: rows.filter(isLength).map(({ figure, row }) => {
      const trend = trendOf(context, figure);
      return { ...row, ...(trend === undefined ? {} : { trend }) };
    }),
    others: rows.filter((each) => !isLength(each)).map(({ row }) => row),
    charts: [
      monthChart(
        context,
        incidents,
        book.period,
        trendOf(context, frequency)?.sentence ??
          countTrend({ before: 0, after: 0, verdict: "unknown" }).sentence,
        measureCsv("frequency"),
      ),
      calendarChart(context, incidents, book.period, measureCsv("frequency")),
      ...["time-to-restore", "time-to-detect"].flatMap((id) => {
        const figure = named(id);
        return figure === undefined ? [] : [durationChart(context, figure, measureCsv(id))];
      }),
    ],
    columns: shown.map((id) => named(id)!.measure.name),
    services: busy
      .map((service) => {
        const list = book.ofService(service.id);
        const page = href(context, addressOfServiceFigures(service.id));
        return {
          service: { ...shownOf(context, service), url: page },
          incidents: { id: "frequency", title: String(countOf(list)), url: `${page}#frequency` },
          cells: shown.map((id) => cellOf(list.find(({ measure }) => measure.id === id)!, page)),
        };
      })
      .sort((a, b) => Number(b.incidents.title) - Number(a.incidents.title)),
    quiet: projection.services
      .filter((service) => !busy.includes(service))
      .map((each) => shownOf(context, each)),
    download: href(context, FIGURES_CSV),
    internal,
  };
}

function countOf(list: readonly Figure[]): number {
  const value = list.find(({ measure }) => measure.id === "frequency")?.value;
  return value?.kind === "count" ? value.count : 0;
}

function cellOf({ measure, value }: Figure, page: string): ServiceFiguresRow["cells"][number] {
  const url = `${page}#${measure.id}`;
  if (value.kind === "distribution")
    return {
      id: measure.id,
      title: durationWords(value.distribution.median),
      n: String(value.distribution.n),
      url,
    };
  if (value.kind === "total") return { id: measure.id, title: durationWords(value.milliseconds), url };
  return { id: measure.id, title: "no data", url };
}
