import type { Root } from "mdast";
import { epochOf, type Instant } from "../../core/time.ts";
import { type DatedEntry, instantOfMoment, type TimeContext } from "./date-entries.ts";
import type { SourceHead } from "./front-matter.ts";
import { type LabelledLine, labelledLines } from "./labelled-lines.ts";
import { milestonesFromDurations } from "./milestones-from-durations.ts";
import { readMoment } from "./moment.ts";
import { statedSpan } from "./stated-span.ts";

/** Milestones that a document makes certain. */
export interface CertainMilestones {
  readonly started: Instant;
  readonly detected: Instant;
  readonly resolved: Instant;
}

/** Start, detection and end of the one incident that a document tells of, or why they are not certain. */
export function readMilestones(
  root: Root,
  head: SourceHead,
  entries: readonly DatedEntry[],
  context: TimeContext,
): CertainMilestones | { readonly why: string } {
  const lines = [...headLines(head), ...labelledLines(root)];
  const labelled = labelledMilestones(lines, context);
  const span = statedSpan(root, lines, context);
  if (span && "why" in span) return span;
  const started = labelled.started?.at ?? span?.from;
  const resolved = labelled.resolved?.at ?? span?.to;
  if (started === undefined || resolved === undefined) return milestonesFromDurations(entries, lines);
  const detected = labelled.detected?.at ?? firstNotice(entries, started, resolved);
  const late =
    epochOf(resolved) < epochOf(started)
      ? "started"
      : detected !== undefined && epochOf(resolved) < epochOf(detected)
        ? "detected"
        : undefined;
  if (late !== undefined) {
    const words = `resolved at ${resolved} stands before ${late} at ${late === "started" ? started : detected}`;
    context.note("problem", "reversed-dates", labelled.resolved?.line ?? labelled[late]?.line, words);
    return { why: "its end stands before its start" };
  }
  return detected === undefined
    ? { why: "nothing says for certain when it was detected" }
    : { started, detected, resolved };
}

/** Whether a name in front matter says when the incident started, was detected or ended. */
export function isMilestoneName(name: string): boolean {
  return Object.values(LABELS).some((label) => label.test(plainName(name)));
}

function headLines(head: SourceHead): LabelledLine[] {
  return [...head.fields].flatMap(([name, value]) => {
    if (typeof value !== "string") return [];
    return [{ label: plainName(name), value, line: (head.lineOf(name) ?? 1) - head.lineOffset }];
  });
}

function plainName(name: string): string {
  return name.replace(/[_-]+/g, " ");
}

const LABELS = {
  started: /^(?:incident |outage |impact )?(?:start(?:ed|s)?|began|onset)(?: time| at| date)?$/,
  detected: /^(?:incident |time )?(?:detect(?:ed|ion)?|discovered|first alert)(?: time| at)?$/,
  resolved:
    /^(?:incident |outage |impact )?(?:resolved|end(?:ed|s)?|restored|resolution)(?: time| at| date)?$/,
} as const;

type Labelled = { readonly [K in keyof CertainMilestones]?: { readonly at: Instant; readonly line: number } };

function labelledMilestones(lines: readonly LabelledLine[], context: TimeContext): Labelled {
  const found: { -readonly [K in keyof Labelled]: Labelled[K] } = {};
  for (const name of ["started", "detected", "resolved"] as const) {
    const said = lines
      .filter(({ label }) => LABELS[name].test(label))
      .flatMap((line) => instantOfLine(line, context).map((at) => ({ at, line: line.line })));
    if (new Set(said.map(({ at }) => at)).size === 1) found[name] = said[0]!;
  }
  return found;
}

function instantOfLine({ value, line }: LabelledLine, context: TimeContext): Instant[] {
  const moment = readMoment(value);
  if (moment?.problem !== undefined) context.note("problem", "impossible-date", line, moment.problem);
  if (!moment?.clock || moment.problem !== undefined) return [];
  const day = moment.day && "date" in moment.day ? moment.day.date : context.day;
  const reading = instantOfMoment(moment, day, moment.zone ?? context.zone, false);
  return "at" in reading && reading.precision === undefined ? [reading.at] : [];
}

const NOTICE =
  /\b(?:alert(?:s|ing)?\b.{0,30}\b(?:fire[sd]?|trigger(?:s|ed)|received|raised|went off)|(?:first|initial|automated|received|receives?)\b.{0,20}\b(?:alerts?|reports?|warning)|monitoring\b.{0,20}\bdetects?|detect(?:s|ed)|notice[sd]?|(?:user|customer|developer|team|community)s?\b.{0,20}\breport(?:s|ed)?|notified|paged)\b/i;

function firstNotice(
  entries: readonly DatedEntry[],
  started: Instant,
  resolved: Instant,
): Instant | undefined {
  const within = entries.filter(
    ({ at, precision }) =>
      precision === undefined && epochOf(at) >= epochOf(started) && epochOf(at) <= epochOf(resolved),
  );
  return within.find(({ text }) => NOTICE.test(text))?.at;
}
