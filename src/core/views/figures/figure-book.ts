import type { Projection } from "../../audience/project.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { type Figure, figures, twelveMonths } from "../../reliability/measures/figure.ts";
import { MEASURES } from "../../reliability/measures/index.ts";
import type { Measure } from "../../reliability/measures/measure.ts";
import { scopeIn, scopeOf } from "../../reliability/measures/slices.ts";
import type { ViewContext } from "../view-context.ts";

/** The figures that pages show, each worked out once a build: overall and by service, for the twelve months up to now. */
export interface FigureBook {
  readonly period: Interval;
  /** The twelve months before, which trends are told against. */
  readonly before: Interval;
  readonly overall: readonly Figure[];
  /** The figures of the period before, by measure. */
  readonly earlier: (measure: Measure) => Figure;
  readonly ofService: (service: string) => readonly Figure[];
}

/** What outsiders may be shown figures of: the rest is about how people worked, which they are not told. */
const OUTSIDE = new Set([
  "time-to-restore",
  "start-to-restore",
  "frequency",
  "downtime",
  "time-to-first-update",
  "longest-silence",
]);

/** The measures that a reader is shown. */
export function measuresFor({ reader }: Projection): readonly Measure[] {
  return reader.internal ? MEASURES : MEASURES.filter(({ id }) => OUTSIDE.has(id));
}

/** The figures of a projection. */
export function figureBook({ projection, now }: ViewContext): FigureBook {
  const known = books.get(projection);
  if (known) return known;
  const { timeZone } = projection.site;
  const period = twelveMonths(now, timeZone);
  const before = twelveMonths(period.from, timeZone);
  const measures = measuresFor(projection);
  const all = figures(projection, period, now, ["service"], measures);
  const overall = all.filter(({ slice }) => slice === undefined);
  const byService = new Map<string, Figure[]>();
  for (const figure of all) {
    if (figure.slice === undefined) continue;
    const list = byService.get(figure.slice.value);
    if (list) list.push(figure);
    else byService.set(figure.slice.value, [figure]);
  }
  const whole = scopeOf(projection, period, now);
  const past = scopeOf(projection, before, now);
  const book: FigureBook = {
    period,
    before,
    overall,
    earlier: (measure) => ({ id: measure.id, measure, period: before, ...measure.of(past) }),
    ofService(service) {
      const list = byService.get(service) ?? quiet(service);
      byService.set(service, list);
      return list;
    },
  };
  books.set(projection, book);
  return book;

  function quiet(value: string): Figure[] {
    const slice = { by: "service", value } as const;
    const scope = scopeIn(whole, slice);
    return measures.map((measure) => ({
      id: `${measure.id}/service=${value}`,
      measure,
      period,
      slice,
      ...measure.of(scope),
    }));
  }
}

const books = new WeakMap<Projection, FigureBook>();
