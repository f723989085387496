import type { FieldPath } from "../../finding.ts";
import type { Figure } from "../../reliability/measures/figure.ts";
import type { Input, LeftOut, MeasureInfo } from "../../reliability/measures/measure.ts";
import { durationWords } from "../../words/duration-words.ts";
import { plainWords } from "../../words/plain-words.ts";
import type { Shown } from "../shown.ts";
import { shownEntry, type ViewContext } from "../view-context.ts";

/** One case behind a figure. */
export interface ExplainedCase {
  readonly about: Shown;
  /** What it brings to the figure. */
  readonly value: string;
  /** `content/incidents/x.mdx:12`, or the name of the field for outsiders. */
  readonly places: readonly string[];
}

/** One case that could have counted and does not. */
export interface ExplainedGap {
  readonly about: Shown;
  readonly why: string;
  readonly places: readonly string[];
}

/** Everything behind a figure: the same facts as `tidemark explain`. */
export interface Explained {
  readonly cases: readonly ExplainedCase[];
  readonly leftOut: readonly ExplainedGap[];
  /** How many of each are in the download only. */
  readonly moreCases: number;
  readonly moreLeftOut: number;
}

/** A page that lists more than this is read by nobody and slow for everybody. */
const MOST = { cases: 200, leftOut: 100 };

/** What is behind a figure, newest first, with the lines on which it stands. */
export function explained(context: ViewContext, figure: Figure, most: typeof MOST = MOST): Explained {
  const { measure, inputs, leftOut } = figure;
  const newest = inputs.toReversed().slice(0, most.cases);
  const gaps = leftOut.toReversed().slice(0, most.leftOut);
  return {
    cases: newest.map((input) => ({
      about: aboutOf(context, input),
      value: caseWords(input.value, measure),
      places: input.fields.map((field) => placeOf(context, input.file, field)),
    })),
    leftOut: gaps.map((gap) => ({
      about: aboutOf(context, gap),
      why: plainWords(gap.why),
      places: gap.field === undefined ? [] : [placeOf(context, gap.file, gap.field)],
    })),
    moreCases: inputs.length - newest.length,
    moreLeftOut: leftOut.length - gaps.length,
  };
}

/** The file and line of a field, or only its name where the reader has no files. */
export function placeOf({ lineOf }: ViewContext, file: string, field: FieldPath): string {
  const line = lineOf?.(file, field);
  return line === undefined ? field.join(".") : `${file}:${line}`;
}

/** The incident, or what else the case is, by its title. */
function aboutOf(context: ViewContext, { id, title }: Input | LeftOut): Shown {
  return context.projection.look.incident.has(id) ? shownEntry(context, "incident", id) : { id, title };
}

/** What a case brings, in words. */
export function caseWords(value: number | string, { unit }: MeasureInfo): string {
  if (typeof value === "string") return value;
  if (unit === "share") return value === 1 ? "yes" : "no";
  return unit === "duration" || unit === "rate" ? durationWords(value) : String(value);
}
