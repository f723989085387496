import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Incident, MilestoneName } from "../../schemas/incident.ts";
import { durationOf, type Epoch } from "../../time.ts";
import { type Milestone, milestoneTime } from "../milestone-time.ts";
import { distribution } from "../statistics/distribution.ts";
import { cumulativeIncidence, type Followed, timeOfShare } from "../statistics/survival.ts";
import { timeBetween } from "../time-between.ts";
import type { FigureValue, Input, LeftOut, Outcome, Scope } from "./measure.ts";

/** A length of time between two milestones as a measure reads it. */
export interface Span {
  readonly from: MilestoneName;
  readonly to: MilestoneName;
  /** The target of the severity that it is held against. */
  readonly target?: "detect" | "acknowledge" | "mitigate" | "restore";
  /** Whether a case that began and has not ended tells something: then it is followed up to now, or up to another milestone. */
  readonly followUntil?: (incident: Incident) => number | undefined;
}

/** The distribution of a span over the cases of a scope; whoever lacks a milestone has no value, and the reason is listed. */
export function durationOutcome(scope: Scope, span: Span): Outcome {
  const inputs: LengthInput[] = [];
  const leftOut: LeftOut[] = [];
  const followed: Followed[] = [];
  const targets = targetsOf(scope, span);
  let within = 0;
  let targeted = 0;
  for (const incident of scope.incidents) {
    const judged = judge(incident, span);
    if (judged.input === undefined) {
      leftOut.push(judged.leftOut);
      const { start, unfinished } = judged;
      const end = unfinished ? (span.followUntil?.(incident.data) ?? scope.now) : undefined;
      if (start !== undefined && end !== undefined && end >= start)
        followed.push({ time: end - start, end: "censored" });
      continue;
    }
    const { value } = judged.input;
    inputs.push(judged.input);
    followed.push({ time: value, end: "event" });
    const target = targets.get(incident.data.severity.peak);
    if (target === undefined) continue;
    targeted++;
    if (value <= target) within++;
  }
  return { value: figure(), inputs, leftOut };

  function figure(): FigureValue {
    const known = distribution(inputs.map(({ value }) => value));
    if (!known) return { kind: "none", why: noCases(scope, leftOut.length) };
    const open = followed.length - inputs.length;
    const median = open === 0 ? undefined : timeOfShare(cumulativeIncidence(followed), 0.5);
    return {
      kind: "distribution",
      distribution: known,
      ...(targeted === 0 ? {} : { withinTarget: { within, of: targeted } }),
      ...(open === 0 ? {} : { unfinished: { count: open, ...(median === undefined ? {} : { median }) } }),
    };
  }
}

type LengthInput = Input & { readonly value: number };

/** What an incident says of a span: a length, or why there is none and what is known nevertheless. */
type Judged =
  | { readonly input: LengthInput }
  | {
      readonly input?: undefined;
      readonly leftOut: LeftOut;
      readonly start?: Epoch | undefined;
      readonly unfinished: boolean;
    };

// An incident is a case of the whole, of each of its services and of every slice: it is judged once.
const book = new WeakMap<Entry<"incident">, Map<string, Judged>>();

function judge(incident: Entry<"incident">, span: Span): Judged {
  const key = `${span.from} ${span.to} ${span.followUntil === undefined}`;
  const known = book.get(incident) ?? new Map<string, Judged>();
  book.set(incident, known);
  const judged = known.get(key) ?? judgeAnew(incident, span);
  known.set(key, judged);
  return judged;
}

function judgeAnew(incident: Entry<"incident">, span: Span): Judged {
  const named = { file: incident.file, id: incident.id, title: incident.data.title };
  const reason = reasonToLeaveOut(incident, span);
  if (reason !== undefined)
    return {
      leftOut: { ...named, field: ["milestones", reason.field], why: reason.why },
      start: milestoneTime(incident.data, span.from),
      unfinished: reason.unfinished,
    };
  const fields = [span.from, span.to].map((name) => ["milestones", name]);
  return { input: { ...named, fields, value: timeBetween(incident.data, span.from, span.to)! } };
}

/** Why there is no figure, in words. */
export function noCases({ incidents, slice }: Pick<Scope, "incidents" | "slice">, leftOut: number): string {
  const where = slice === undefined ? "" : ` with ${slice.by} ${slice.value}`;
  if (incidents.length === 0) return `No incident${where} in this period.`;
  return leftOut === 1
    ? `The one incident${where} in this period has no value.`
    : `None of the ${leftOut} incidents${where} in this period has a value.`;
}

interface Reason {
  readonly field: MilestoneName;
  readonly why: string;
  /** Whether it may still come. */
  readonly unfinished: boolean;
}

function reasonToLeaveOut({ data }: Entry<"incident">, { from, to, followUntil }: Span): Reason | undefined {
  if (data.nearMiss) return { field: from, why: "a near miss: nobody was hurt", unfinished: false };
  const start = milestoneTime(data, from);
  const end = milestoneTime(data, to);
  if (start === undefined) return { field: from, why: `\`${from}\` is not recorded`, unfinished: false };
  if (end === undefined) {
    const open = data.milestones.resolved === undefined;
    const why = open ? `still open, \`${to}\` is not known yet` : `\`${to}\` is not recorded`;
    return { field: to, why, unfinished: open || followUntil !== undefined };
  }
  if (end < start)
    return from === "started" && to === "detected"
      ? { field: to, why: "detected before it started: foresight, counted apart", unfinished: false }
      : { field: to, why: `\`${to}\` stands before \`${from}\``, unfinished: false };
  for (const field of [from, to])
    if (precisionOf(data.milestones[field]!) === "day")
      return { field, why: `\`${field}\` is known to the day only`, unfinished: false };
  return undefined;
}

function precisionOf(milestone: Milestone): "minute" | "hour" | "day" | undefined {
  return typeof milestone === "string" ? undefined : milestone.precision;
}

/** The targets by severity, in milliseconds; a case is held against that of its peak. */
function targetsOf({ knowledgeBase }: Scope, { target }: Span): ReadonlyMap<string, number> {
  return new Map(
    knowledgeBase.taxonomy.severities.flatMap(({ id, targets }) => {
      const length = target === undefined ? undefined : targets[target];
      return length === undefined ? [] : [[id, durationOf(length)] as const];
    }),
  );
}
