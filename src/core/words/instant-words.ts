import { type CalendarDate, epochOf, offsetAt } from "../time.ts";

/** An instant ready to be shown: in the site's zone with UTC beside it. */
export interface ShownInstant {
  /** For `<time datetime>`, UTC. */
  readonly iso: string;
  /** Day in the site's zone, `14 March 2026`. */
  readonly day: string;
  /** Time in UTC, `14:05 UTC`; absent where only the day is known. */
  readonly utc?: string;
  /** Time in the site's zone, `16:05 Berlin`; absent where that is UTC too or only the day is known. */
  readonly local?: string;
}

type Precision = "minute" | "hour" | "day";

/** An instant → words, in a zone, no more exact than it is known. */
export function instantWords(instant: string, zone: string, precision: Precision = "minute"): ShownInstant {
  const epoch = epochOf(instant);
  const offset = offsetAt(epoch, zone);
  const here = new Date(epoch + offset).toISOString();
  const day = dateWords(here.slice(0, 10));
  if (precision === "day") return { iso: here.slice(0, 10), day };
  const about = precision === "hour" ? "about " : "";
  const there = offset === 0 ? here : new Date(epoch).toISOString();
  const iso = there.replace(".000Z", "Z");
  const utc = `${about}${clock(there)} UTC`;
  return offset === 0 && /UTC|GMT/.test(zone)
    ? { iso, day, utc }
    : { iso, day, utc, local: `${about}${clock(here)} ${placeOf(zone)}` };
}

/** A calendar day → `14 March 2026`. */
export function dateWords(date: CalendarDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A calendar day for a narrow column → `14 Mar 2026`. */
export function shortDateWords(date: CalendarDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]!.slice(0, 3)} ${year}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function clock(instant: string): string {
  return instant.slice(11, 16);
}

/** The city of a zone, as people say it. */
function placeOf(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}
