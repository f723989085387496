import { addDays } from "../../action-items/add-duration.ts";
import type { Objective } from "../../schemas/service.ts";
import { type CalendarDate, dateIn, durationOf, type Epoch, startOfDay } from "../../time.ts";
import type { Interval } from "../intervals.ts";

/** The window of an objective at an instant: the length before it, or the calendar period of the zone that holds it. */
export function objectiveWindow({ window }: Pick<Objective, "window">, now: Epoch, zone: string): Interval {
  if ("rolling" in window) return { from: now - durationOf(window.rolling), to: now };
  return calendarPeriod(window.calendar, now, zone);
}

/** The calendar week (from Monday), month, quarter or year of a zone that holds an instant. */
export function calendarPeriod(
  period: "week" | "month" | "quarter" | "year",
  now: Epoch,
  zone: string,
): Interval {
  const today = dateIn(now, zone);
  const [first, next] = daysOf(period, today);
  return { from: startOfDay(first, zone), to: startOfDay(next, zone) };
}

function daysOf(
  period: "week" | "month" | "quarter" | "year",
  today: CalendarDate,
): [CalendarDate, CalendarDate] {
  if (period === "week") {
    const weekday = (new Date(Date.parse(`${today}T00:00:00Z`)).getUTCDay() + 6) % 7;
    const monday = addDays(today, -weekday);
    return [monday, addDays(monday, 7)];
  }
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const months = { month: 1, quarter: 3, year: 12 }[period];
  const first = Math.floor(month / months) * months;
  return [firstOfMonth(year, first), firstOfMonth(year, first + months)];
}

function firstOfMonth(year: number, month: number): CalendarDate {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
