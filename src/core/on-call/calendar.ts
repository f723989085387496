import ical from "ical-generator";
import type { Team } from "../schemas/teams.ts";
import type { Epoch } from "../time.ts";
import { type Shift, shiftsBetween } from "./roster-shifts.ts";

/** How far a calendar reaches ahead. */
const AHEAD = 26 * 7 * 86_400_000;
/** How far it reaches back. */
const BACK = 28 * 86_400_000;

/**
 * The shifts of a team as an iCalendar feed (RFC 5545), from four weeks back to half a year ahead. Times are UTC, so that no
 * client has to know when clocks change; the same content gives the same bytes on the same day.
 */
export function rosterCalendar(
  team: Team,
  now: Epoch,
  about: { readonly site: string; readonly url: string; readonly nameOf: (handle: string) => string },
): string | undefined {
  if (team.roster === undefined) return undefined;
  const today = Math.floor(now / 86_400_000) * 86_400_000;
  const calendar = ical({
    name: `On call: ${team.name}`,
    prodId: { company: "Tidemark", product: "On call", language: "EN" },
    ttl: 6 * 3600,
  });
  const first = Math.max(today - BACK, 0);
  for (const shift of shiftsBetween(team.roster, first, today + AHEAD))
    calendar.createEvent({
      id: `${idOf(shift)}.${team.id}@${hostOf(about.site)}`,
      stamp: new Date(today),
      start: new Date(shift.from),
      end: new Date(shift.to),
      summary: `${about.nameOf(shift.person)}, ${shift.level} for ${team.name}`,
      url: about.url,
    });
  return `${calendar.toString()}\r\n`;
}

function idOf({ level, from, person }: Shift): string {
  return `${level}-${person}-${from / 1000}`;
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1] ?? "tidemark";
}
