import type { Projection } from "../../audience/project.ts";
import { allCommitments, type NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { type ErrorBudget, errorBudget } from "../../reliability/objectives/error-budget.ts";
import type { BudgetBar } from "../objectives/objective-view.ts";
import { budgetBar } from "../objectives/objective-view.ts";
import { urlOf } from "../objectives/objectives-view.ts";
import type { ViewContext } from "../view-context.ts";

/** An objective with its budget at the present. */
export interface BudgetNow {
  readonly commitment: NamedCommitment;
  readonly budget: ErrorBudget;
}

/** Every budget, worked out once a build. */
export function budgetsNow({ projection, now }: ViewContext): readonly BudgetNow[] {
  const known = books.get(projection);
  if (known) return known;
  const list = allCommitments(projection).map((commitment) => ({
    commitment,
    budget: errorBudget(projection, commitment, now),
  }));
  books.set(projection, list);
  return list;
}

const books = new WeakMap<Projection, readonly BudgetNow[]>();

/** The budget of a service that has the least left; absent where it promises nothing. */
export function tightestOf(context: ViewContext, service: string): BudgetNow | undefined {
  const own = budgetsNow(context).filter(
    ({ commitment: { of, owner } }) => of === "service" && owner === service,
  );
  return own.sort((a, b) => a.budget.leftShare - b.budget.leftShare)[0];
}

/** The budget with the least left as a bar that leads to its objective. */
export function tightestBar(
  context: ViewContext,
  service: string,
): (BudgetBar & { readonly url: string }) | undefined {
  const tightest = tightestOf(context, service);
  return tightest && { ...budgetBar(tightest.budget), url: urlOf(context, tightest.commitment) };
}
