import { type CalendarDate, type DurationText, dateIn, durationOf, type Epoch, startOfDay } from "../time.ts";

const DAY = 86_400_000;

/** An instant + a length of time; business days are counted in the zone and keep the time of day. */
export function addDuration(from: Epoch, length: DurationText, zone: string): Epoch {
  if (!length.endsWith("bd")) return from + durationOf(length);
  const day = dateIn(from, zone);
  const timeOfDay = from - startOfDay(day, zone);
  return startOfDay(addBusinessDays(day, Number.parseInt(length, 10)), zone) + timeOfDay;
}

/** A day + a length of time, as a day; hours are rounded up to whole days. */
export function addToDate(from: CalendarDate, length: DurationText): CalendarDate {
  if (length.endsWith("bd")) return addBusinessDays(from, Number.parseInt(length, 10));
  return addDays(from, Math.ceil(durationOf(length) / DAY));
}

/** A day + calendar days. */
export function addDays(from: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A day + days from Monday to Friday; public holidays are not known here. */
function addBusinessDays(from: CalendarDate, days: number): CalendarDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left--;
  }
  return day;
}

function isBusinessDay(day: CalendarDate): boolean {
  const weekday = new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
