import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { dateIn, type Epoch, startOfDay } from "../../time.ts";
import type { Interval } from "../intervals.ts";
import { MEASURES } from "./index.ts";
import { DIMENSIONS, type Dimension, type Measure, type Outcome, type Scope, type Slice } from "./measure.ts";
import { sliceWords } from "./slice-words.ts";
import { scopeIn, scopeOf, scopesBy } from "./slices.ts";

/** One number of one measure: what it is, over what, and everything behind it. */
export interface Figure extends Outcome {
  /** `time-to-restore`, or `time-to-restore/service=checkout`: what `explain` takes. */
  readonly id: string;
  readonly measure: Measure;
  readonly period: Interval;
  readonly slice?: Slice;
}

/** The twelve months up to an instant: from the start of the same day a year before, in the site's zone. */
export function twelveMonths(now: Epoch, zone: string): Interval {
  const today = dateIn(now, zone);
  const year = Number(today.slice(0, 4)) - 1;
  // A leap day has no like in the year before.
  const day = today.slice(4) === "-02-29" ? "-02-28" : today.slice(4);
  return { from: startOfDay(`${year}${day}`, zone), to: now };
}

/** The figures of every measure over a period: overall, and parted by each dimension asked for. */
export function figures(
  knowledgeBase: KnowledgeBase,
  period: Interval,
  now: Epoch,
  by: readonly Dimension[] = [],
  measures: readonly Measure[] = MEASURES,
): Figure[] {
  const whole = scopeOf(knowledgeBase, period, now);
  const scopes = [whole, ...by.flatMap((dimension) => scopesBy(whole, dimension))];
  return measures.flatMap((measure) => scopes.map((scope) => figureOf(measure, scope)));
}

/** The part of a name that means nothing, and the words that would. */
export interface UnknownFigure {
  readonly unknown: "measure" | "dimension" | Dimension;
  readonly word: string;
  readonly known: readonly string[];
}

/** The figure that a name means, or why it means none. */
export function figureByName(
  knowledgeBase: KnowledgeBase,
  name: string,
  period: Interval,
  now: Epoch,
): Figure | UnknownFigure {
  const [word = "", rest] = name.split("/", 2);
  const measure = MEASURES.find(({ id, code }) => id === word || code?.toLowerCase() === word.toLowerCase());
  if (measure === undefined)
    return { unknown: "measure", word, known: MEASURES.map(({ id: known }) => known) };
  const scope = scopeOf(knowledgeBase, period, now);
  if (rest === undefined) return figureOf(measure, scope);
  const [by = "", value = ""] = rest.split("=", 2);
  const dimension = DIMENSIONS.find((each) => each === by);
  if (dimension === undefined) return { unknown: "dimension", word: by, known: DIMENSIONS };
  const known = sliceWords(knowledgeBase, dimension);
  if (!known.includes(value)) return { unknown: dimension, word: value, known };
  return figureOf(measure, scopeIn(scope, { by: dimension, value }));
}

function figureOf(measure: Measure, scope: Scope): Figure {
  const { period, slice } = scope;
  const id = slice === undefined ? measure.id : `${measure.id}/${slice.by}=${slice.value}`;
  return { id, measure, period, ...(slice === undefined ? {} : { slice }), ...measure.of(scope) };
}
