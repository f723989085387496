import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../../time.ts";
import { allCommitments, type NamedCommitment } from "./all-commitments.ts";
import { type ErrorBudget, errorBudget } from "./error-budget.ts";

/** Whether a service may be released, and by which budget. */
export interface ReleaseGate {
  readonly frozen: boolean;
  /** The objective with the least left; absent where the service promises nothing. */
  readonly tightest?: { readonly commitment: NamedCommitment; readonly budget: ErrorBudget };
}

/** A budget spent to 0 freezes releases of its service; what a journey promises binds every service that it needs. */
export function releaseGate(knowledgeBase: KnowledgeBase, service: string, now: Epoch): ReleaseGate {
  const budgets = allCommitments(knowledgeBase)
    .filter(({ services }) => services.includes(service))
    .map((commitment) => ({ commitment, budget: errorBudget(knowledgeBase, commitment, now) }))
    .sort((a, b) => a.budget.leftShare - b.budget.leftShare);
  const tightest = budgets[0];
  return tightest === undefined ? { frozen: false } : { frozen: tightest.budget.left <= 0, tightest };
}
