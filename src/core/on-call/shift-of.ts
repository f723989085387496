import type { Epoch } from "../time.ts";
import { endOfTurn, type Roster, type Shift, shiftsBetween } from "./roster-shifts.ts";

/** A person's shift that runs at an instant, else the next one that the roster gives them; overrides win over the rotation. */
export function shiftOf(roster: Roster, person: string, now: Epoch): Shift | undefined {
  const last = Math.max(endOfTurn(roster, now), ...roster.overrides.map(({ to }) => Date.parse(to)));
  return shiftsBetween(roster, now, last).find((shift) => shift.person === person && shift.to > now);
}
