import { epochOf, type Instant } from "../../core/time.ts";
import { type Day, withYear } from "./day.ts";
import type { Clock, Moment } from "./moment.ts";
import type { TakeNote } from "./note.ts";
import type { RawEntry } from "./raw-timeline.ts";
import { offsetOfWallClock, type Zone } from "./zone.ts";

/** An entry whose instant is certain, as far as its precision says. */
export interface DatedEntry {
  readonly at: Instant;
  readonly precision?: "hour" | "day";
  readonly text: string;
  readonly line: number;
}

/** What a document says about all of its times. */
export interface TimeContext {
  /** The day that the document is about. */
  readonly day?: string;
  /** The zone for times that name none. */
  readonly zone?: Zone;
  readonly note: TakeNote;
  /** How many lines of the file stand before the body, for places that a note's words name. */
  readonly lineOffset: number;
}

/** Entries as written → those whose instants are certain, in order; the others stay prose, and each says why. */
export function dateEntries(raw: readonly RawEntry[], context: TimeContext): DatedEntry[] {
  const twelveHours = raw.some(
    ({ moment }) => /\b[ap]\.?m\b/i.test(moment.words) || /\d[ap]m\b/i.test(moment.words),
  );
  const dated: DatedEntry[] = [];
  let known: string | undefined;
  let under: Moment | undefined;
  let last: { at: Instant; line: number } | undefined;
  let lost = false;
  for (const entry of raw) {
    if (entry.under !== under) {
      under = entry.under;
      known = undefined;
      lost = false;
    }
    const year = yearOf(known ?? context.day);
    const own = wholeDay(entry.moment.day, year);
    if (own !== undefined) lost = false;
    const reading = instantOfEntry(
      entry,
      own ?? known ?? wholeDay(under?.day, year) ?? context.day,
      twelveHours,
      context,
    );
    if ("why" in reading) {
      context.note(reading.group, reading.what, entry.line, `${entry.moment.words}: ${reading.why}`);
      continue;
    }
    if (own !== undefined) known = own;
    const reversed =
      last !== undefined && epochOf(reading.at) < epochOf(last.at) && reading.precision !== "day";
    if (reversed)
      context.note(
        "problem",
        "reversed-dates",
        entry.line,
        `${entry.moment.words} stands after ${last!.at} on line ${last!.line + context.lineOffset}`,
      );
    if ((reversed && own === undefined) || lost) {
      lost = true;
      context.note(
        "prose",
        "day-unknown",
        entry.line,
        `${entry.moment.words}: no day is written and the order leaves more than one`,
      );
      continue;
    }
    last = { at: reading.at, line: entry.line };
    dated.push({ ...reading, text: entry.text, line: entry.line });
  }
  return dated
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => epochOf(a.entry.at) - epochOf(b.entry.at) || a.index - b.index)
    .map(({ entry }) => entry);
}

type Reading =
  | { readonly at: Instant; readonly precision?: "hour" | "day" }
  | { readonly group: "prose" | "problem"; readonly what: string; readonly why: string };

function instantOfEntry(
  { moment, zone }: RawEntry,
  day: string | undefined,
  twelveHours: boolean,
  context: TimeContext,
): Reading {
  // A day that cannot be is noted where all of a document's days are looked at.
  if (moment.day && "problem" in moment.day)
    return { group: "prose", what: "day-unknown", why: "its day cannot be" };
  if (moment.problem !== undefined) return { group: "problem", what: "impossible-date", why: moment.problem };
  return instantOfMoment(moment, day, moment.zone ?? zone ?? context.zone, twelveHours);
}

/** A moment and what is known around it → its instant, or why it has none. */
export function instantOfMoment(
  moment: Moment,
  day: string | undefined,
  zone: Zone | undefined,
  twelveHours: boolean,
): Reading {
  const prose = (what: string, why: string): Reading => ({ group: "prose", what, why });
  if (day === undefined) return prose("day-unknown", "no day is written");
  if (moment.clock === undefined) {
    const offset =
      zone === undefined ? { offset: "Z" } : offsetOfWallClock(Date.parse(`${day}T00:00:00Z`), zone);
    return "why" in offset
      ? prose("zone-unknown", offset.why)
      : { at: `${day}T00:00:00${offset.offset}`, precision: "day" };
  }
  if (twelveHours && moment.clock.halfDayOpen)
    return prose("half-day-unknown", "neither AM nor PM is written where others have it");
  if (zone === undefined) return prose("zone-unknown", "no zone is written and none was given by --zone");
  const wall = `${day}T${clockText(moment.clock)}`;
  const offset = offsetOfWallClock(Date.parse(`${wall}Z`), zone);
  if ("why" in offset)
    return /skipped/.test(offset.why)
      ? { group: "problem", what: "impossible-date", why: offset.why }
      : prose("zone-unknown", offset.why);
  return { at: `${wall}${offset.offset}`, ...(moment.approximate ? { precision: "hour" as const } : {}) };
}

/** A clock as RFC 3339 writes it. */
export function clockText({ hour, minute, second }: Clock): string {
  return [hour, minute, second].map((number) => String(number).padStart(2, "0")).join(":");
}

function wholeDay(day: Day | undefined, year: string | undefined): string | undefined {
  if (day === undefined || "problem" in day) return undefined;
  if ("date" in day) return day.date;
  const whole = year === undefined ? undefined : withYear(day, year);
  return whole && "date" in whole ? whole.date : undefined;
}

function yearOf(day: string | undefined): string | undefined {
  return day?.slice(0, 4);
}
