import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { heaviest, weightedImpactWithin, weightedLength } from "../reliability/downtime.ts";
import type { Weighting } from "../reliability/impact-weight.ts";
import type { Interval } from "../reliability/intervals.ts";
import { keptShare } from "../reliability/kept-share.ts";
import { netLength } from "../reliability/objectives/error-budget.ts";
import { subtractIntervals } from "../reliability/subtract-intervals.ts";
import type { Epoch } from "../time.ts";

/** What an availability is computed from. */
export interface AvailabilityFacts {
  readonly service: string;
  readonly incidents: readonly Entry<"incident">[];
  /** Announced planned work. */
  readonly maintenance: readonly Interval[];
  /** The time that is judged; it ends now at the latest. */
  readonly window: Interval;
  readonly weighting: Weighting;
}

/**
 * Availability = 1 − weighted downtime ÷ window, both without announced planned work; overlapping incidents count once
 * with the heaviest weight. Absent where nothing of the window has passed.
 */
export function availability(facts: AvailabilityFacts): number | undefined {
  const { service, incidents, maintenance, window, weighting } = facts;
  const now: Epoch = window.to;
  const hurt = weightedImpactWithin(incidents, service, weighting, now, window);
  const pieces = heaviest(hurt).flatMap((piece) => subtractIntervals(piece, maintenance));
  return keptShare(weightedLength(pieces, window), netLength(window, maintenance));
}
