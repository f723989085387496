import { type CalendarDate, daysBetween } from "./time.ts";

/** The week of a day by ISO 8601, which begins on Monday and belongs to the year of its Thursday: `2026-W14`. */
export function isoWeek(date: CalendarDate): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  const thursday = new Date(Date.UTC(year, month - 1, day - weekday + 3)).toISOString().slice(0, 10);
  const number = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, "0")}`;
}
