import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../../time.ts";
import { type Commitment, downtimeOf, netLength } from "./error-budget.ts";
import { objectiveWindow } from "./objective-window.ts";

/** What was left of a budget at an instant, as a share; below 0 when overspent. */
export interface BudgetPoint {
  readonly at: Epoch;
  readonly leftShare: number;
}

/** The budget of the present window as it went down: straight lines between points, from the start of the window to now. */
export function burnDown(knowledgeBase: KnowledgeBase, commitment: Commitment, now: Epoch): BudgetPoint[] {
  const window = objectiveWindow(commitment.objective, now, knowledgeBase.site.timeZone);
  const { pieces, excluded } = downtimeOf(knowledgeBase, commitment, window, now);
  const budget = (1 - commitment.objective.target) * netLength(window, excluded);
  if (budget <= 0) return [];
  const points: BudgetPoint[] = [{ at: window.from, leftShare: 1 }];
  let spent = 0;
  const note = (at: Epoch) => {
    const last = points.at(-1)!;
    const point = { at, leftShare: (budget - spent) / budget };
    if (last.at !== at) points.push(point);
  };
  for (const { from, to, weight } of pieces) {
    note(from);
    spent += weight * (to - from);
    note(to);
  }
  note(Math.min(now, window.to));
  return points;
}

/** The instant at which a budget was spent; absent while something is left. */
export function spentAt(points: readonly BudgetPoint[]): Epoch | undefined {
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (point.leftShare > 0 || before === undefined) continue;
    const share = before.leftShare / (before.leftShare - point.leftShare);
    return before.at + share * (point.at - before.at);
  }
  return undefined;
}
