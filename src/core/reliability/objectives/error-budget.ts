import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Objective } from "../../schemas/service.ts";
import type { Epoch } from "../../time.ts";
import { heaviest, type WeightedInterval, weightedImpactWithin, weightedLength } from "../downtime.ts";
import type { Weighting } from "../impact-weight.ts";
import { type Interval, totalOfIntervals } from "../intervals.ts";
import { keptShare } from "../kept-share.ts";
import { subtractIntervals } from "../subtract-intervals.ts";
import { excludedMaintenance } from "./excluded-maintenance.ts";
import { objectiveWindow } from "./objective-window.ts";

/** What an objective is judged over: the services behind it, one for a service's own, several for a journey's. */
export interface Commitment {
  readonly objective: Objective;
  readonly services: readonly string[];
}

/** Downtime of a commitment: disjoint weighted pieces with maintenance taken out. */
export interface Downtime {
  readonly weighting: Weighting;
  readonly pieces: readonly WeightedInterval[];
  readonly excluded: readonly Interval[];
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
}

/** The weighted pieces of a time in which a commitment was not kept; overlapping incidents count once, the heavier wins. */
export function downtimeOf(
  knowledgeBase: KnowledgeBase,
  { objective, services }: Commitment,
  within: Interval,
  now: Epoch,
  weighting: Weighting = objective.weighting ?? knowledgeBase.site.policies.weighting,
): Downtime {
  const excluded =
    objective.maintenance === "counted" ? [] : excludedMaintenance(knowledgeBase, services, within, now);
  const hurt = services.flatMap((service) =>
    weightedImpactWithin(knowledgeBase.look.incidentsOf.get(service) ?? [], service, weighting, now, within),
  );
  const clipped = hurt.map((piece) => ({
    ...piece,
    from: Math.max(piece.from, within.from),
    to: Math.min(piece.to, within.to),
  }));
  const pieces = heaviest(clipped).flatMap((piece) => subtractIntervals(piece, excluded));
  return { weighting, pieces, excluded };
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
  };
}

/** Length of a time without what is excluded of it. */
export function netLength(interval: Interval, excluded: readonly Interval[]): number {
  return interval.from < interval.to ? totalOfIntervals(subtractIntervals(interval, excluded)) : 0;
}

function spentBy(pieces: readonly WeightedInterval[], elapsed: Interval): ErrorBudget["spentBy"] {
  const spent = new Map<string, number>();
  for (const piece of pieces)
    spent.set(piece.incident, (spent.get(piece.incident) ?? 0) + weightedLength([piece], elapsed));
  return [...spent]
    .map(([incident, milliseconds]) => ({ incident, milliseconds }))
    .filter(({ milliseconds }) => milliseconds > 0)
    .sort((a, b) => b.milliseconds - a.milliseconds || (a.incident < b.incident ? -1 : 1));
}
