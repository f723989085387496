import { offsetAt } from "../../core/time.ts";

/** A zone as a text names it: an offset, a zone of the tz database, or a word that nobody can be sure of. */
export type Zone = { readonly offset: string } | { readonly name: string } | { readonly unknown: string };

/** Abbreviations that mean one offset wherever incident reports are written; `IST` and the like mean several. */
const OFFSETS: Readonly<Record<string, string>> = {
  UTC: "Z",
  GMT: "Z",
  Z: "Z",
  WET: "Z",
  BST: "+01:00",
  WEST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  JST: "+09:00",
  NZST: "+12:00",
  NZDT: "+13:00",
};

/** Abbreviations that follow a place's clock through the year. */
const PLACES: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

const WORD =
  "(?:UTC|GMT)\\s?[+-]\\s?\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}:\\d{2}|(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\\/[A-Za-z_/-]+|Z(?![a-z])|(?:UTC|GMT|[A-Z]{1,4}T)(?![A-Za-z])";

/** The zone at the start of a text, in brackets or not, and what follows. */
export function takeZone(text: string): { readonly zone: Zone; readonly rest: string } | undefined {
  const match = new RegExp(`^\\s*(?:\\((${WORD})\\)|(${WORD}))`).exec(text);
  const word = match?.[1] ?? match?.[2];
  return word === undefined ? undefined : { zone: zoneOf(word), rest: text.slice(match![0].length) };
}

/** The zone that a sentence, heading or column title declares for the times under it: "All times in CET". */
export function declaredZone(text: string): Zone | undefined {
  const match = new RegExp(
    `\\b(?:date|time|timestamp|datetime|timeline)s?\\b[^.\\n]{0,40}?(?:\\bin\\s+|\\bare\\s+|:\\s*|\\(\\s*)(${WORD})`,
    "i",
  ).exec(text);
  return match ? zoneOf(match[1]!) : undefined;
}

/** What a word for a zone means. */
export function zoneOf(word: string): Zone {
  const shift = /^(?:UTC|GMT)?\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?$/i.exec(word);
  if (shift) return { offset: `${shift[1]}${shift[2]!.padStart(2, "0")}:${shift[3] ?? "00"}` };
  if (word.includes("/")) return isZoneName(word) ? { name: word } : { unknown: word };
  const known = word.toUpperCase();
  if (Object.hasOwn(OFFSETS, known)) return { offset: OFFSETS[known]! };
  return Object.hasOwn(PLACES, known) ? { name: PLACES[known]! } : { unknown: word };
}

/** Offset of a wall-clock time in a zone, or why there is none or more than one. */
export function offsetOfWallClock(
  wall: number,
  zone: Zone,
): { readonly offset: string } | { readonly why: string } {
  if ("offset" in zone) return { offset: zone.offset };
  if ("unknown" in zone) return { why: `${zone.unknown} is the short name of no zone or of several` };
  const day = 86_400_000;
  const offsets = new Set([offsetAt(wall - day, zone.name), offsetAt(wall + day, zone.name)]);
  const fitting = [...offsets].filter((offset) => offsetAt(wall - offset, zone.name) === offset);
  if (fitting.length === 1) return { offset: offsetText(fitting[0]!) };
  return {
    why:
      fitting.length === 0
        ? `the clocks of ${zone.name} skipped it`
        : `the clocks of ${zone.name} showed it twice`,
  };
}

function offsetText(milliseconds: number): string {
  if (milliseconds === 0) return "Z";
  const minutes = Math.abs(milliseconds) / 60_000;
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${milliseconds < 0 ? "-" : "+"}${hours}:${String(minutes % 60).padStart(2, "0")}`;
}

function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
