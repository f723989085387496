import type { ActionItem } from "../schemas/action-item.ts";
import { dateIn, type Epoch, endOfDay } from "../time.ts";
import { waiverState } from "./waiver-state.ts";

/**
 * Overdue = not done or dropped (blocked counts), and now is past the end of the first due day in the site's zone;
 * a live waiver defers it.
 */
export function isOverdue(item: ActionItem, now: Epoch, zone: string): boolean {
  return isPastDue(item, now, zone) && waiverState(item, now, zone) !== "live";
}

/** Past the end of the first due day and not finished, whatever a waiver says. */
export function isPastDue(item: ActionItem, now: Epoch, zone: string): boolean {
  return item.due !== undefined && isUnfinished(item, now, zone) && now >= endOfDay(item.due, zone);
}

/** Not done or dropped as far as is known at an instant: a day of completion that lies ahead is not yet known. */
export function isUnfinished(item: ActionItem, now: Epoch, zone: string): boolean {
  const today = dateIn(now, zone);
  if (item.opened > today) return false;
  if (item.status === "done") return item.done !== undefined && item.done > today;
  return item.status !== "dropped" || (item.dropped !== undefined && item.dropped > today);
}
