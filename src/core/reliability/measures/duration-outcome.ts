import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Incident, MilestoneName } from "../../schemas/incident.ts";
import { durationOf } from "../../time.ts";
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
  const inputs: (Input & { readonly value: number })[] = [];
  const leftOut: LeftOut[] = [];
  const followed: Followed[] = [];
  let within = 0;
  let targeted = 0;
  for (const incident of scope.incidents) {
    const why = reasonToLeaveOut(incident, span);
    const named = { file: incident.file, id: incident.id, title: incident.data.title };
    if (why !== undefined) {
      leftOut.push({ ...named, field: ["milestones", why.field], why: why.why });
      const start = milestoneTime(incident.data, span.from);
      const end = why.unfinished ? (span.followUntil?.(incident.data) ?? scope.now) : undefined;
      if (start !== undefined && end !== undefined && end >= start)
        followed.push({ time: end - start, end: "censored" });
      continue;
    }
    const value = timeBetween(incident.data, span.from, span.to)!;
    inputs.push({
      ...named,
      fields: [
        ["milestones", span.from],
        ["milestones", span.to],
      ],
      value,
    });
    followed.push({ time: value, end: "event" });
    const target = targetOf(scope, incident, span);
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

/** The target of the peak severity, in milliseconds. */
function targetOf(
  { knowledgeBase }: Scope,
  { data }: Entry<"incident">,
  { target }: Span,
): number | undefined {
  if (target === undefined) return undefined;
  const { severities } = knowledgeBase.taxonomy;
  const severity = severities.find(({ id }) => id === data.severity.peak);
  const length = severity?.targets[target];
  return length === undefined ? undefined : durationOf(length);
}
