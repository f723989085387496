import { quantile } from "../reliability/statistics/quantile.ts";
import { dateIn, daysBetween, type Epoch } from "../time.ts";
import type { PlacedItem } from "./all-action-items.ts";
import { isOverdue, isUnfinished } from "./is-overdue.ts";
import { waiverState } from "./waiver-state.ts";

/** How many items of a group stand where. */
export interface ItemLoad {
  readonly unfinished: number;
  readonly overdue: number;
  /** Unfinished with a live waiver, and with one that has expired. */
  readonly waived: number;
  readonly waiverExpired: number;
  /** Items whose day was moved at least once, finished or not. */
  readonly slipped: number;
  readonly done: number;
  readonly dropped: number;
  /** Median of done − opened in days, of those that are done; absent without any. */
  readonly medianDays?: number;
}

/** Counts of items known at an instant. */
export function itemLoad(items: readonly PlacedItem[], now: Epoch, zone: string): ItemLoad {
  const today = dateIn(now, zone);
  const known = items.map(({ item }) => item).filter(({ opened }) => opened <= today);
  const unfinished = known.filter((item) => isUnfinished(item, now, zone));
  const done = known.filter((item) => item.done !== undefined && item.done <= today);
  const days = done.map(({ opened, done: on }) => daysBetween(opened, on!)).sort((a, b) => a - b);
  const medianDays = quantile(days, 0.5);
  const withWaiver = (state: "live" | "expired") =>
    unfinished.filter((item) => waiverState(item, now, zone) === state).length;
  return {
    unfinished: unfinished.length,
    overdue: unfinished.filter((item) => isOverdue(item, now, zone)).length,
    waived: withWaiver("live"),
    waiverExpired: withWaiver("expired"),
    slipped: known.filter(({ slips }) => slips.some(({ on }) => on <= today)).length,
    done: done.length,
    dropped: known.length - unfinished.length - done.length,
    ...(medianDays === undefined ? {} : { medianDays }),
  };
}

/** Ages of unfinished items: bounds in days, each up to and without the next. */
export const AGES = [0, 8, 31, 91, 181] as const;

/** How many unfinished items are how old, by the bounds of `AGES`. */
export function itemAges(items: readonly PlacedItem[], now: Epoch, zone: string): readonly number[] {
  const today = dateIn(now, zone);
  const ages = items
    .filter(({ item }) => isUnfinished(item, now, zone))
    .map(({ item }) => daysBetween(item.opened, today));
  return AGES.map(
    (from, index) =>
      ages.filter((age) => age >= from && age < (AGES[index + 1] ?? Number.POSITIVE_INFINITY)).length,
  );
}
