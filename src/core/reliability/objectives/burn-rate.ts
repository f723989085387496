import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { type DurationText, durationOf, type Epoch } from "../../time.ts";
import { weightedLength } from "../downtime.ts";
import { type Commitment, downtimeOf, netLength } from "./error-budget.ts";

/**
 * M5: (downtime in the look-back ÷ look-back) ÷ (1 − target); 1 spends the budget in just the window. Absent where
 * maintenance fills the look-back. From incident records it is retrospective: it informs and gates, it cannot page. Of some
 * incidents alone it is the part of the rate that they bring.
 */
export function burnRate(
  knowledgeBase: KnowledgeBase,
  commitment: Commitment,
  lookBack: DurationText,
  now: Epoch,
  incidents?: ReadonlySet<string>,
): number | undefined {
  const within = { from: now - durationOf(lookBack), to: now };
  const { pieces, excluded } = downtimeOf(knowledgeBase, commitment, within, now);
  const judged = netLength(within, excluded);
  if (judged === 0) return undefined;
  const counted =
    incidents === undefined
      ? pieces
      : pieces.filter(({ incident }) => incident !== undefined && incidents.has(incident));
  return weightedLength(counted, within) / judged / (1 - commitment.objective.target);
}
