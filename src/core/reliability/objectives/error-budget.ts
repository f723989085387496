import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Objective } from "../../schemas/service.ts";
import type { Epoch } from "../../time.ts";
import { heaviest, weightedImpactWithin, weightedLength } from "../downtime.ts";
import type { Weighting } from "../impact-weight.ts";
import { type Interval, totalOfIntervals } from "../intervals.ts";
import { keptShare } from "../kept-share.ts";
import { subtractIntervals } from "../subtract-intervals.ts";
import { excludedMaintenance } from "./excluded-maintenance.ts";
import { type BadTime, measuredDowntime } from "./measured-downtime.ts";
import { type MeasuredSpan, measuredSpans } from "./measured-spans.ts";
import { objectiveWindow } from "./objective-window.ts";

/** What an objective is judged over: the services behind it, one for a service's own, several for a journey's. */
export interface Commitment {
  readonly of: "service" | "journey";
  /** Id of the service or journey. */
  readonly owner: string;
  readonly objective: Objective;
  readonly services: readonly string[];
}

/** Downtime of a commitment: disjoint weighted pieces with maintenance taken out. */
export interface Downtime {
  readonly weighting: Weighting;
  readonly pieces: readonly BadTime[];
  readonly excluded: readonly Interval[];
  /** The days that a monitoring system measured; the rest of the time is from incident records. */
  readonly measured: readonly MeasuredSpan[];
}

/** How much of an error budget is spent. All lengths are milliseconds. */
export interface ErrorBudget {
  readonly window: Interval;
  readonly weighting: Weighting;
  /** Elapsed part of the window without excluded maintenance. */
  readonly judged: number;
  /** Weighted downtime in the elapsed part. */
  readonly downtime: number;
  /** The share kept; absent where nothing has elapsed. */
  readonly availability?: number;
  /** (1 − target) × window without excluded maintenance. */
  readonly budget: number;
  /** Budget − downtime; below 0 when overspent. */
  readonly left: number;
  /** Left ÷ budget; below 0 when overspent. */
  readonly leftShare: number;
  /** Which incident spent how much, most first. */
  readonly spentBy: readonly { readonly incident: string; readonly milliseconds: number }[];
  /** What was measured and no incident tells of. */
  readonly unrecorded: number;
}

/**
 * The weighted pieces of a time in which a commitment was not kept; overlapping incidents count once, the heavier wins. An
 * objective whose source is a monitoring system takes what was measured; a time that no snapshot covers, such as the present
 * day, counts from incident records.
 */
export function downtimeOf(
  knowledgeBase: KnowledgeBase,
  commitment: Commitment,
  within: Interval,
  now: Epoch,
  weighting: Weighting = commitment.objective.weighting ?? knowledgeBase.site.policies.weighting,
): Downtime {
  const { objective, services } = commitment;
  const excluded =
    objective.maintenance === "counted" ? [] : excludedMaintenance(knowledgeBase, services, within, now);
  const hurt = services.flatMap((service) =>
    weightedImpactWithin(knowledgeBase.look.incidentsOf.get(service) ?? [], service, weighting, now, within),
  );
  const recorded = heaviest(
    hurt.map((piece) => ({
      ...piece,
      from: Math.max(piece.from, within.from),
      to: Math.min(piece.to, within.to),
    })),
  );
  const elapsed = { from: within.from, to: Math.min(within.to, now) };
  const measured = objective.source === "incidents" ? [] : measuredSpans(knowledgeBase, commitment, elapsed);
  const bad: BadTime[] =
    measured.length === 0
      ? recorded
      : [
          ...recorded.flatMap((piece) => subtractIntervals(piece, measured)),
          ...measuredDowntime(measured, recorded),
        ].sort((a, b) => a.from - b.from);
  return {
    weighting,
    pieces: bad.flatMap((piece) => subtractIntervals(piece, excluded)),
    excluded,
    measured,
  };
}

/** The error budget of a commitment in its window at an instant. */
export function errorBudget(
  knowledgeBase: KnowledgeBase,
  commitment: Commitment,
  now: Epoch,
  weighting?: Weighting,
): ErrorBudget {
  const window = objectiveWindow(commitment.objective, now, knowledgeBase.site.timeZone);
  const down = downtimeOf(knowledgeBase, commitment, window, now, weighting);
  const elapsed = { from: window.from, to: Math.min(window.to, now) };
  const judged = netLength(elapsed, down.excluded);
  const downtime = weightedLength(down.pieces, elapsed);
  const availability = keptShare(downtime, judged);
  const budget = (1 - commitment.objective.target) * netLength(window, down.excluded);
  return {
    window,
    weighting: down.weighting,
    judged,
    downtime,
    ...(availability === undefined ? {} : { availability }),
    budget,
    left: budget - downtime,
    leftShare: budget > 0 ? (budget - downtime) / budget : 0,
    spentBy: spentBy(down.pieces, elapsed),
    unrecorded: weightedLength(
      down.pieces.filter(({ incident }) => incident === undefined),
      elapsed,
    ),
  };
}

/** Length of a time without what is excluded of it. */
export function netLength(interval: Interval, excluded: readonly Interval[]): number {
  return interval.from < interval.to ? totalOfIntervals(subtractIntervals(interval, excluded)) : 0;
}

function spentBy(pieces: readonly BadTime[], elapsed: Interval): ErrorBudget["spentBy"] {
  const spent = new Map<string, number>();
  for (const piece of pieces)
    if (piece.incident !== undefined)
      spent.set(piece.incident, (spent.get(piece.incident) ?? 0) + weightedLength([piece], elapsed));
  return [...spent]
    .map(([incident, milliseconds]) => ({ incident, milliseconds }))
    .filter(({ milliseconds }) => milliseconds > 0)
    .sort((a, b) => b.milliseconds - a.milliseconds || (a.incident < b.incident ? -1 : 1));
}
