import type { Team } from "../schemas/teams.ts";
import type { Epoch } from "../time.ts";
import type { Shift } from "./roster-shifts.ts";
import { shiftOf } from "./shift-of.ts";

/** Who is on call by a team's roster at an instant, and whose primary shift begins next. */
export interface OnCallNow {
  readonly now: readonly Shift[];
  readonly next?: Shift;
}

/** The running shifts of a roster, primary first, and the next primary one of somebody. */
export function onCallNow(roster: NonNullable<Team["roster"]>, now: Epoch): OnCallNow {
  const people = new Set([
    ...roster.rotation,
    ...roster.backups,
    ...roster.overrides.map(({ person }) => person),
  ]);
  const shifts = [...people].flatMap((person) => shiftOf(roster, person, now) ?? []);
  const running = shifts
    .filter(({ from, to }) => from <= now && now < to)
    .sort((a, b) => (a.level === b.level ? 0 : a.level === "primary" ? -1 : 1));
  const [next] = shifts
    .filter(({ from, level }) => from > now && level === "primary")
    .sort((a, b) => a.from - b.from);
  return { now: running, ...(next === undefined ? {} : { next }) };
}
