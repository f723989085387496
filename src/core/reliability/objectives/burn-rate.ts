import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { type DurationText, durationOf, type Epoch } from "../../time.ts";
import { weightedLength } from "../downtime.ts";
import { type Commitment, downtimeOf, netLength } from "./error-budget.ts";

/** A line that a burn rate is held against: both look-backs must be above it. */
export interface BurnLine {
  readonly threshold: number;
  readonly long: DurationText;
  readonly short: DurationText;
}

/** 14.4 × over 1 h and 5 min, 6 × over 6 h and 30 min, 1 × over 3 days and 6 h (Google's SRE workbook, chapter 5). */
export const BURN_LINES: readonly BurnLine[] = [
  { threshold: 14.4, long: "1h", short: "5min" },
  { threshold: 6, long: "6h", short: "30min" },
  { threshold: 1, long: "3d", short: "6h" },
];

/** The further line of critical objectives. */
export const CRITICAL_LINE: BurnLine = { threshold: 5, long: "1h", short: "5min" };

/**
 * M5: (downtime in the look-back ÷ look-back) ÷ (1 − target); 1 spends the budget in just the window. Absent where
 * maintenance fills the look-back. From incident records it is retrospective: it informs and gates, it cannot page.
 */
export function burnRate(
  knowledgeBase: KnowledgeBase,
  commitment: Commitment,
  lookBack: DurationText,
  now: Epoch,
): number | undefined {
  const within = { from: now - durationOf(lookBack), to: now };
  const { pieces, excluded } = downtimeOf(knowledgeBase, commitment, within, now);
  const judged = netLength(within, excluded);
  if (judged === 0) return undefined;
  return weightedLength(pieces, within) / judged / (1 - commitment.objective.target);
}
