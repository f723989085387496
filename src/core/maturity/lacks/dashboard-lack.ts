import { addToDate } from "../../action-items/add-duration.ts";
import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Service } from "../../schemas/service.ts";
import { type Epoch, endOfDay } from "../../time.ts";

/** Why a dashboard is not looked after: it has no owner, or was not reviewed within the policy's time; absent where it is. */
export function dashboardLack(
  { lastReviewed, owner }: Service["dashboards"][number],
  { policies, timeZone }: KnowledgeBase["site"],
  now: Epoch,
): string | undefined {
  if (owner === undefined) return "no owner";
  if (lastReviewed === undefined) return "never reviewed";
  const due = endOfDay(addToDate(lastReviewed, policies.dashboardReview), timeZone);
  return now < due ? undefined : `last on ${lastReviewed}`;
}
