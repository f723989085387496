import type { RankCorrelation } from "../reliability/statistics/rank-correlation.ts";
import { probabilityWords } from "./probability-words.ts";

const LEVEL = 0.05;

/** Whether longer incidents were the more severe ones, in a sentence that claims no more than the data carry. */
export function correlationWords(known: RankCorrelation | undefined): string {
  if (known === undefined)
    return "Whether longer incidents are the more severe ones cannot be told: it takes four with different severities.";
  const { rho, n, pValue } = known;
  const numbers = `rank correlation ρ = ${rho.toFixed(2)}, n = ${n}, p = ${probabilityWords(pValue)}`;
  if (pValue >= LEVEL) return `How long an incident took says nothing of how severe it was (${numbers}).`;
  return `Longer incidents were the ${rho > 0 ? "more" : "less"} severe ones (${numbers}).`;
}
