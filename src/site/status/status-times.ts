import type { DayBar } from "../../core/status/day-bars.ts";
import { type CalendarDate, dateIn, epochOf, offsetAt } from "../../core/time.ts";
import type { StatusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";

/** An instant in the page's zone with UTC beside it: `1 Oct, 10:54 Berlin · 08:54 UTC`; a script may add the reader's zone. */
export function instantMarkup(instant: string, zone: string, words: StatusWords): Markup {
  const day = dayWords(dateIn(epochOf(instant), zone), words);
  const clocks = clockWords(instant, zone);
  // Digits and names of places in Latin letters keep their order in a text that runs from right to left.
  return words.direction === "rtl"
    ? html`<time datetime="${instant}">${day}، <span dir="ltr">${clocks}</span></time>`
    : html`<time datetime="${instant}">${day}, ${clocks}</time>`;
}

/** The time of day alone, where the day is clear. */
export function clockWords(instant: string, zone: string): string {
  const epoch = epochOf(instant);
  const offset = offsetAt(epoch, zone);
  const utc = `${clock(epoch)} UTC`;
  return offset === 0 && /UTC|GMT/.test(zone) ? utc : `${clock(epoch + offset)} ${placeOf(zone)} · ${utc}`;
}

/** The city of a zone, as people say it. */
export function placeOf(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}

/** A day, `1 Oct`. */
export function dayWords(date: CalendarDate, { format }: StatusWords): string {
  return formatter(format, { day: "numeric", month: "short" }).format(noon(date));
}

/** A month, `October 2026`. */
export function monthWords(month: string, { format }: StatusWords): string {
  return formatter(format, { month: "long", year: "numeric" }).format(noon(`${month}-15`));
}

/** A share as a percentage that is never rounded up to a whole, `99.98 %`. */
export function percentWords(share: number, { format }: StatusWords): string {
  const hundredths = Math.floor(share * 10_000) / 100;
  const fraction = hundredths === 100 ? 0 : 2;
  return `${new Intl.NumberFormat(format, { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(hundredths)}\u00a0%`;
}

/** Minutes in words, `1 h 12 min`. */
export function minutesWords(minutes: number, words: StatusWords): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const parts = [
    days > 0 ? `${days} ${words.days}` : "",
    hours > 0 ? `${hours} ${words.hours}` : "",
    (rest > 0 && days === 0) || minutes === 0 ? `${rest} ${words.minutes}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** How long something took or has taken, in words; below a minute it is one. */
export function lengthBetween(from: string, to: string, words: StatusWords): string {
  return minutesWords(Math.max(1, Math.round((epochOf(to) - epochOf(from)) / 60_000)), words);
}

/** What a day was like with its minutes: `41 min partial outage, 5 min degraded`, or `0 min`. */
export function barWords({ kind, minutes }: DayBar, words: StatusWords): string {
  if (kind === "no-data") return words.day["no-data"];
  const parts = Object.entries(minutes).map(
    ([each, count]) => `${minutesWords(count, words)} ${words.day[each as DayBar["kind"]]}`,
  );
  return parts.length > 0 ? parts.join(", ") : minutesWords(0, words);
}

function clock(epoch: number): string {
  return new Date(epoch).toISOString().slice(11, 16);
}

function noon(date: CalendarDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(format: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${format} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(format, { ...options, timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}
