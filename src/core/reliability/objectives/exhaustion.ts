import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { durationOf, type Epoch } from "../../time.ts";
import { burnDown, spentAt } from "./burn-down.ts";
import { burnRate } from "./burn-rate.ts";
import { type Commitment, type ErrorBudget, errorBudget } from "./error-budget.ts";

/** When a budget is or will be spent. */
export type Exhaustion =
  | { readonly kind: "spent"; readonly since: Epoch }
  | { readonly kind: "at"; readonly at: Epoch }
  /** Nothing is being spent, or a calendar window ends before the budget does. */
  | { readonly kind: "not-in-sight" };

/** The look-back that is taken for the present rate. */
export const PRESENT_RATE = "3d";

/** The day on which a budget is spent at the rate of the last three days: now + left ÷ (burn rate × (1 − target)). */
export function exhaustion(
  knowledgeBase: KnowledgeBase,
  commitment: Commitment,
  now: Epoch,
  budget: ErrorBudget = errorBudget(knowledgeBase, commitment, now),
): Exhaustion {
  if (budget.left <= 0) {
    const since = spentAt(burnDown(knowledgeBase, commitment, now)) ?? budget.window.from;
    return { kind: "spent", since };
  }
  const rate = burnRate(knowledgeBase, commitment, PRESENT_RATE, now);
  if (rate === undefined || rate === 0) return { kind: "not-in-sight" };
  const at = now + budget.left / (rate * (1 - commitment.objective.target));
  const { window } = commitment.objective;
  const end = "rolling" in window ? now + durationOf(window.rolling) : budget.window.to;
  return at < end ? { kind: "at", at } : { kind: "not-in-sight" };
}
