import type { Root } from "mdast";
import { epochOf, type Instant } from "../../core/time.ts";
import { type DatedEntry, instantOfMoment, type TimeContext } from "./date-entries.ts";
import { type LabelledLine, labelledLines } from "./labelled-lines.ts";
import { readMoment } from "./moment.ts";
import { readDuration, type SaidDuration } from "./read-duration.ts";
import { textOf } from "./text-of.ts";

/** Milestones that a document makes certain. */
export interface CertainMilestones {
  readonly started: Instant;
  readonly detected: Instant;
  readonly resolved: Instant;
}

/** Start, detection and end of the one incident that a document tells of, or why they are not certain. */
export function readMilestones(
  root: Root,
  entries: readonly DatedEntry[],
  context: TimeContext,
): CertainMilestones | { readonly why: string } {
  const lines = labelledLines(root);
  const labelled = labelledMilestones(lines, context);
  const span = statedSpan(root, lines, context);
  if (span && "why" in span) return span;
  const started = labelled.started ?? span?.from;
  const resolved = labelled.resolved ?? span?.to;
  if (started !== undefined && resolved !== undefined) {
    const detected = labelled.detected ?? firstNotice(entries, started, resolved);
    if (detected === undefined) return { why: "nothing says for certain when it was detected" };
    if (epochOf(resolved) >= epochOf(started) && epochOf(resolved) >= epochOf(detected))
      return { started, detected, resolved };
    context.note(
      "problem",
      "reversed-dates",
      undefined,
      `it ended at ${resolved}, before it started at ${started} or was detected at ${detected}`,
    );
    return { why: "its end stands before its start" };
  }
  return fromDurations(entries, lines);
}

const LABELS = {
  started: /^(?:incident |outage |impact )?(?:start(?:ed|s)?|began|onset)(?: time| at| date)?$/,
  detected: /^(?:incident |time )?(?:detect(?:ed|ion)?|discovered|first alert)(?: time| at)?$/,
  resolved:
    /^(?:incident |outage |impact )?(?:resolved|end(?:ed|s)?|restored|resolution)(?: time| at| date)?$/,
} as const;

function labelledMilestones(
  lines: readonly LabelledLine[],
  context: TimeContext,
): Partial<CertainMilestones> {
  const found: { -readonly [K in keyof CertainMilestones]?: Instant } = {};
  for (const name of ["started", "detected", "resolved"] as const) {
    const instants = lines
      .filter(({ label }) => LABELS[name].test(label))
      .flatMap((line) => instantOfLine(line, context));
    if (new Set(instants).size === 1) found[name] = instants[0]!;
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

/** "From 16:58 to 18:46 UTC", once in the document, in agreement with the length that is said beside it. */
function statedSpan(
  root: Root,
  lines: readonly LabelledLine[],
  context: TimeContext,
): { from: Instant; to: Instant } | { why: string } | undefined {
  const spans = new Map<string, { from: Instant; to: Instant; near: string; line: number }>();
  const take = (text: string, near: string, line: number) => {
    const moment = readMoment(text);
    if (!moment?.clock || !moment.until || moment.problem !== undefined || moment.approximate) return;
    const day = moment.day && "date" in moment.day ? moment.day.date : context.day;
    const zone = moment.zone ?? context.zone;
    const from = instantOfMoment({ ...moment, clock: moment.clock }, day, zone, false);
    const to = instantOfMoment({ ...moment, clock: moment.until }, day, zone, false);
    if ("at" in from && "at" in to)
      spans.set(`${from.at} ${to.at}`, { from: from.at, to: to.at, near, line });
  };
  for (const { label, value, line } of lines)
    if (/^(?:duration|outage|incident window|impact window)$/.test(label)) take(value, value, line);
  for (const node of root.children)
    if (node.type === "paragraph") {
      const text = textOf(node);
      for (const match of text.matchAll(/\b(?:from|between)\s+(?=~?\d)/gi))
        take(text.slice(match.index + match[0].length), text, node.position?.start.line ?? 1);
    }
  const [span, ...others] = spans.values();
  if (!span) return undefined;
  if (others.length > 0) return { why: "it tells of more than one span of time" };
  return agreed(span, context);
}

function agreed(
  span: { from: Instant; to: Instant; near: string; line: number },
  context: TimeContext,
): { from: Instant; to: Instant } | { why: string } {
  const length = epochOf(span.to) - epochOf(span.from);
  if (length < 0) {
    context.note(
      "problem",
      "reversed-dates",
      span.line,
      `${span.to} stands as the end of what started at ${span.from}`,
    );
    return { why: "its end stands before its start" };
  }
  const said =
    /(?:last(?:ing|ed)|for|\()\s*((?:about |around |over )?\d[\d. ]*(?:d|h|m|s)[a-z]*[^.;)]{0,20})/i.exec(
      span.near,
    )?.[1];
  const duration = said === undefined ? undefined : readDuration(said);
  if (duration && Math.abs(duration.milliseconds - length) > Math.max(duration.tolerance, length * 0.15)) {
    context.note(
      "problem",
      "durations-disagree",
      span.line,
      `${said!.trim()} is said of a span from ${span.from} to ${span.to}`,
    );
    return { why: "its length and its times disagree" };
  }
  return { from: span.from, to: span.to };
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

/** "Time to detection" and "time to recovery" that lead from one entry of the timeline to two others, in one way only. */
function fromDurations(
  entries: readonly DatedEntry[],
  lines: readonly LabelledLine[],
): CertainMilestones | { readonly why: string } {
  const detection = onlyDuration(lines, /^(?:mean )?time to (?:detect|detection)$/);
  const recovery = onlyDuration(
    lines,
    /^(?:mean )?time to (?:recover|recovery|restore|restoration|resolve|resolution)$/,
  );
  if (!detection || !recovery) return { why: "nothing says for certain when it started and ended" };
  const exact = entries.filter(({ precision }) => precision === undefined);
  const distance = (at: Instant, start: Instant, duration: SaidDuration) =>
    Math.abs(epochOf(at) - epochOf(start) - duration.milliseconds);
  const after = (start: Instant, duration: SaidDuration) =>
    exact
      .filter(
        ({ at }) => epochOf(at) >= epochOf(start) && distance(at, start, duration) <= duration.tolerance,
      )
      .sort((a, b) => distance(a.at, start, duration) - distance(b.at, start, duration))[0];
  const fitting = exact.flatMap(({ at }) => {
    const detected = after(at, detection);
    const resolved = detected && (after(at, recovery) ?? after(detected.at, recovery));
    return resolved && epochOf(resolved.at) >= epochOf(detected.at)
      ? [{ started: at, detected: detected.at, resolved: resolved.at }]
      : [];
  });
  const starts = new Set(fitting.map(({ started }) => started));
  return starts.size === 1
    ? fitting[0]!
    : { why: "its durations fit no entry of its timeline, or more than one" };
}

function onlyDuration(lines: readonly LabelledLine[], label: RegExp): SaidDuration | undefined {
  const found = lines.filter((line) => label.test(line.label)).map(({ value }) => readDuration(value));
  return found.length === 1 ? found[0] : undefined;
}
