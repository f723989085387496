import type { ActionItem } from "../schemas/action-item.ts";
import { type CalendarDate, dateIn, type Epoch } from "../time.ts";
import { addDays } from "./add-duration.ts";
import { isOverdue, isUnfinished } from "./is-overdue.ts";
import { waiverState } from "./waiver-state.ts";

/** Where an item stands in time: what is left to do by its day, what is done by its month. */
export type DueGroup = "overdue" | "week" | "later" | "blocked" | "done-this-month" | "finished";

/**
 * Overdue, else blocked, else due today or within the next 7 days, else later; done in this calendar month of the site's
 * zone, else finished. A live waiver moves the day to its end; an item without a due day comes later.
 */
export function dueGroup(item: ActionItem, now: Epoch, zone: string): DueGroup {
  const today = dateIn(now, zone);
  if (!isUnfinished(item, now, zone))
    return item.status === "done" && item.done?.slice(0, 7) === today.slice(0, 7)
      ? "done-this-month"
      : "finished";
  if (isOverdue(item, now, zone)) return "overdue";
  if (item.status === "blocked") return "blocked";
  const day = awaitedDay(item, now, zone);
  return day !== undefined && day <= addDays(today, 7) ? "week" : "later";
}

/** The day by which an item must be done: its first due day, or the end of a live waiver where that is later. */
export function awaitedDay(item: ActionItem, now: Epoch, zone: string): CalendarDate | undefined {
  const until = waiverState(item, now, zone) === "live" ? item.waiver?.until : undefined;
  if (item.due === undefined) return undefined;
  return until !== undefined && until > item.due ? until : item.due;
}
