/** An instant as an author writes it: RFC 3339 with an explicit offset, e.g. `2026-03-14T17:52:00Z`. */
export type Instant = string;
/** A calendar day without a time, `2026-03-14`. */
export type CalendarDate = string;
/** A length of time as an author writes it: `90s`, `30min`, `48h`, `7d`, or business days `10bd`. */
export type DurationText = string;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Epoch = number;

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Why a text is not an instant, in words for its author; `undefined` when it is one. */
export function instantProblem(text: string): string | undefined {
  const match = INSTANT.exec(text);
  if (!match) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return "has a day but no time";
    if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text))
      return "has no UTC offset, so it would mean another instant on another machine";
    return "is not an instant such as 2026-03-14T17:52:00Z";
  }
  const [, year, month, day, hour, minute, second = "0", , offset] = match;
  if (!dayExists(Number(year), Number(month), Number(day))) return "names a day that is on no calendar";
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return "names a time that is on no clock";
  if (offset !== "Z" && (Number(offset!.slice(1, 3)) > 14 || Number(offset!.slice(4)) > 59))
    return "has an offset that no zone has";
  return undefined;
}

/** Whether a text is a real day, `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayExists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Milliseconds since 1970 of a valid instant. */
export function epochOf(instant: Instant): Epoch {
  return Date.parse(instant);
}

/** The instant of an epoch in UTC with seconds, `2026-03-14T17:52:00Z`; milliseconds only where there are any. */
export function instantOf(epoch: Epoch): Instant {
  return new Date(epoch).toISOString().replace(".000Z", "Z");
}

/** Milliseconds of a duration text; business days count as calendar days here (see `addDuration` in action-items). */
export function durationOf(text: DurationText): number {
  const match = /^(\d+)(s|min|h|d|bd)$/.exec(text);
  if (!match) throw new Error(`Unexpected duration ${text}`);
  const unit = { s: 1000, min: MINUTE, h: HOUR, d: DAY, bd: DAY }[match[2] as "s" | "min" | "h" | "d" | "bd"];
  return Number(match[1]) * unit;
}

/** The first instant after the end of a day in a zone: the next local midnight. */
export function endOfDay(date: CalendarDate, zone: string): Epoch {
  const noon = Date.parse(`${date}T12:00:00Z`) + DAY;
  const next = new Date(noon).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The first instant of a day in a zone. */
export function startOfDay(date: CalendarDate, zone: string): Epoch {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const before = utc - offsetAt(utc - DAY, zone);
  const after = utc - offsetAt(utc + DAY, zone);
  const [first, second] = before < after ? [before, after] : [after, before];
  // Where clocks change at midnight, the earlier reading may still be the day before.
  return dateIn(first, zone) === date ? first : second;
}

/** The calendar day of an instant in a zone. */
export function dateIn(epoch: Epoch, zone: string): CalendarDate {
  return new Date(epoch + offsetAt(epoch, zone)).toISOString().slice(0, 10);
}

/** Whole days from one day to another; 0 where the other comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(epoch: Epoch, zone: string): number {
  if (zone === "UTC") return 0;
  // No zone changes its offset within a quarter of an hour, so one reading of the tables serves all of it.
  const quarter = Math.floor(epoch / QUARTER);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const offset = known.get(quarter) ?? readOffset(quarter * QUARTER, zone);
  known.set(quarter, offset);
  return offset;
}

const QUARTER = 15 * MINUTE;
const offsets = new Map<string, Map<number, number>>();

function readOffset(epoch: Epoch, zone: string): number {
  const parts = Object.fromEntries(
    wallClock(zone)
      .formatToParts(epoch)
      .map((part) => [part.type, part.value]),
  ) as Record<string, string>;
  const { year, month, day, hour, minute, second } = parts;
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) -
    epoch
  );
}

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  wallClocks.set(zone, made);
  return made;
}

function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1970 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
