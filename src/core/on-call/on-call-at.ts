import type { Team } from "../schemas/teams.ts";
import type { Epoch } from "../time.ts";
import type { Shift } from "./roster-shifts.ts";
import { shiftOf } from "./shift-of.ts";

/** The shifts of a roster that run at an instant, the primary's first. */
export function onCallAt(roster: NonNullable<Team["roster"]>, now: Epoch): Shift[] {
  const people = new Set([
    ...roster.rotation,
    ...roster.backups,
    ...roster.overrides.map(({ person }) => person),
  ]);
  return [...people]
    .flatMap((person) => shiftOf(roster, person, now) ?? [])
    .filter(({ from }) => from <= now)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

const LEVELS: readonly Shift["level"][] = ["primary", "backup"];
