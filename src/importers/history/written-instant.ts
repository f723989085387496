import { instantProblem, isCalendarDate } from "../../core/time.ts";
import { offsetOfWallClock, zoneOf } from "../markdown/zone.ts";

/** An instant as a foreign page wrote it, with how exactly it is known. */
export interface WrittenInstant {
  readonly at: string;
  readonly precision?: "day";
}

/** What became of a written date. */
export type ReadInstant =
  | {
      readonly ok: true;
      readonly instant: WrittenInstant;
      /** What was added to what stands there, in words. */
      readonly remark?: string;
    }
  | { readonly ok: false; readonly why: string };

const WRITTEN =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d+):(\d{1,2})(?::(\d{1,2})(\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i;

/** A date as it is written → an instant; a time without a zone is of `zone`, a time that no clock shows leaves the day. */
export function readInstant(written: string, zone: string): ReadInstant {
  const match = WRITTEN.exec(written.trim());
  if (!match) return { ok: false, why: `${written} is no date that can be read` };
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset] = match;
  const date = `${year}-${pad(month!)}-${pad(day!)}`;
  if (!isCalendarDate(date)) return { ok: false, why: `${written} is on no calendar` };
  const wall = Date.parse(`${date}T12:00:00Z`);
  if (hour === undefined)
    return atDay(date, offsetIn(zone, wall), "it has no time, so the day alone is known");
  const time = `${pad(hour)}:${pad(minute!)}:${pad(second)}${fraction}`;
  const given = offset === undefined ? undefined : colon(offset.toUpperCase());
  const used = given ?? offsetIn(zone, Date.parse(`${date}T${time}Z`) || wall);
  const at = `${date}T${time}${used}`;
  if (instantProblem(at))
    return atDay(
      date,
      given ?? offsetIn(zone, wall),
      `${written} is a time that is on no clock, so the day alone is known`,
    );
  const padded = hour.length === 1 || minute!.length === 1;
  const remark =
    given === undefined
      ? `it names no zone and was read as ${zone}`
      : padded
        ? "a digit was added"
        : undefined;
  return { ok: true, instant: { at }, ...(remark === undefined ? {} : { remark }) };
}

function atDay(date: string, offset: string, remark: string): ReadInstant {
  return { ok: true, instant: { at: `${date}T00:00:00${offset}`, precision: "day" }, remark };
}

function offsetIn(zone: string, wall: number): string {
  const found = offsetOfWallClock(wall, zoneOf(zone));
  return "offset" in found ? found.offset : "Z";
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

function colon(offset: string): string {
  return offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}
