import type { CalendarDate } from "../../core/time.ts";
import { type Day, takeDay } from "./day.ts";
import { takeZone, type Zone } from "./zone.ts";

/** A time of day on a 24-hour clock, as far as a text tells. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whether it could as well be twelve hours later: `3:18` where others say `3:18 PM`. */
  readonly halfDayOpen: boolean;
}

/** Whatever a text says about when: a day, a time, a zone, an end, each if it is there. */
export interface Moment {
  readonly day?: Day;
  readonly clock?: Clock;
  /** End of a range that ends on the same day. */
  readonly until?: Clock;
  readonly zone?: Zone;
  readonly approximate: boolean;
  /** What cannot be, in words. */
  readonly problem?: string;
  /** The words that say it. */
  readonly words: string;
  /** What follows. */
  readonly rest: string;
}

const CLOCK =
  /^(\d{1,2})(?:[:h]|\.(?=\d\d\s*[ap]\.?m))(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d|[:.]\d)\s*(?:([ap])\.?m\.?(?![a-z]))?|^(\d{1,2})\s*([ap])\.?m\.?(?![a-z])/i;

/** The moment at the start of a text; decoration such as `**`, `{{`, `[` and `~` before it is passed over. */
export function readMoment(text: string): Moment | undefined {
  const start =
    /^[\s*_[({~≈@–-]*(?:(?:at|on|around|about|approx\.?|approximately|circa|ca?\.|between|from)\s+)*[\s~≈]*/i.exec(
      text,
    )![0];
  const reader = new MomentReader(
    text.slice(start.length),
    /[~≈]|around|about|approx|circa|ca?\./i.test(start),
  );
  return reader.read();
}

/** The date that a moment names in full. */
export function dateOf(moment: Moment | undefined): CalendarDate | undefined {
  return moment?.day && "date" in moment.day ? moment.day.date : undefined;
}

class MomentReader {
  readonly #text: string;
  #rest: string;
  #approximate: boolean;
  #day: Day | undefined;
  #clock: Clock | undefined;
  #until: Clock | undefined;
  #zone: Zone | undefined;
  #problem: string | undefined;

  constructor(text: string, approximate: boolean) {
    this.#text = text;
    this.#rest = text;
    this.#approximate = approximate;
  }

  read(): Moment | undefined {
    for (let part = 0; part < 4; part++) {
      const gap =
        part === 0
          ? ""
          : /^(?:T(?=\d)|\s+-\s+(?=[\d~])|\s*[,|@]?\s*(?:(?:at|on|around|between|from)\s+)?)[~≈(]*/i.exec(
              this.#rest,
            )![0];
      if (!this.#takeOne(this.#rest.slice(gap.length), gap)) break;
      if (/[~≈]|around/i.test(gap)) this.#approximate = true;
    }
    if (!this.#day && !this.#clock && this.#problem === undefined) return undefined;
    const tail = /^\s*~/.exec(this.#rest);
    if (tail) this.#rest = this.#rest.slice(tail[0].length);
    const closing = /^[\s*_\])}]*/.exec(this.#rest)![0];
    const words = this.#text.slice(0, this.#text.length - this.#rest.length).trim();
    return {
      ...(this.#day ? { day: this.#day } : {}),
      ...(this.#clock ? { clock: this.#clock } : {}),
      ...(this.#until ? { until: this.#until } : {}),
      ...(this.#zone ? { zone: this.#zone } : {}),
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
      approximate: this.#approximate || tail !== null,
      words,
      rest: this.#rest
        .slice(closing.length)
        .replace(/^\s*(?:[-–—:|]|->|→)\s+/, "")
        .trim(),
    };
  }

  #takeOne(text: string, gap: string): boolean {
    const day = this.#day ? undefined : takeDay(text);
    if (day) {
      this.#day = day.day;
      if ("problem" in day.day) this.#problem ??= day.day.problem;
      this.#rest = gap.includes("(") ? day.rest.replace(/^\)/, "") : day.rest;
      return true;
    }
    const clock = this.#clock ? undefined : takeClock(text);
    if (clock) {
      this.#setClock(clock);
      return true;
    }
    const zone = this.#clock && !this.#zone ? takeZone(text) : undefined;
    if (zone) this.#zone = zone.zone;
    if (zone) this.#rest = zone.rest;
    return zone !== undefined;
  }

  #setClock({ clock, rest, problem, meridiem }: TakenClock): void {
    this.#problem ??= problem;
    const range = /^\s*(?:-|–|to|and|until)\s*[~≈]?\s*/i.exec(rest);
    const end = range ? takeClock(rest.slice(range[0].length)) : undefined;
    this.#clock = end?.meridiem && !meridiem ? withMeridiem(clock, end.meridiem) : clock;
    this.#until = end?.clock;
    this.#problem ??= end?.problem;
    this.#rest = end?.rest ?? rest;
  }
}

interface TakenClock {
  readonly clock: Clock;
  readonly rest: string;
  readonly meridiem: string | undefined;
  readonly problem: string | undefined;
}

function takeClock(text: string): TakenClock | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const meridiem = (match[4] ?? match[6])?.toLowerCase();
  const plain: Clock = {
    hour: Number(match[1] ?? match[5]),
    minute: Number(match[2] ?? 0),
    second: Number(match[3] ?? 0),
    halfDayOpen: false,
  };
  const impossible =
    plain.hour > 23 || plain.minute > 59 || plain.second > 59 || (meridiem === "a" && plain.hour > 12);
  return {
    clock: meridiem
      ? withMeridiem(plain, meridiem)
      : { ...plain, halfDayOpen: plain.hour >= 1 && plain.hour <= 12 && !/^0/.test(match[1] ?? "") },
    rest: text.slice(match[0].length),
    meridiem,
    problem: impossible ? `${match[0].trim()} is on no clock` : undefined,
  };
}

function withMeridiem(clock: Clock, meridiem: string): Clock {
  const hour =
    meridiem === "p" && clock.hour < 12
      ? clock.hour + 12
      : meridiem === "a" && clock.hour === 12
        ? 0
        : clock.hour;
  return { ...clock, hour, halfDayOpen: false };
}
