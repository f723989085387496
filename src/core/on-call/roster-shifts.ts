import type { Team } from "../schemas/teams.ts";
import { durationOf, type Epoch, epochOf, offsetAt } from "../time.ts";

export type Roster = NonNullable<Team["roster"]>;

/** One shift of one person. */
export interface Shift {
  readonly person: string;
  readonly level: "primary" | "backup";
  readonly from: Epoch;
  /** First instant after it. */
  readonly to: Epoch;
}

/** Most turns that are worked out at once: a roster of seconds shall not hold up a build. */
const MOST = 2_000;

/** The shifts that a roster has from an instant to another, whole ones, earliest first; overrides stand in place of what they replace. */
export function shiftsBetween(roster: Roster, from: Epoch, to: Epoch): Shift[] {
  const { rotation, backups, overrides } = roster;
  const planned: Shift[] = [];
  for (let number = Math.max(0, numberAt(roster, from)), turns = 0; turns < MOST; number++, turns++) {
    const span = { from: startOf(roster, number), to: startOf(roster, number + 1) };
    if (span.from >= to) break;
    const backup = backups[number % Math.max(1, backups.length)];
    planned.push({ person: rotation[number % rotation.length]!, level: "primary", ...span });
    if (backup !== undefined) planned.push({ person: backup, level: "backup", ...span });
  }
  const swapped = overrides.map(({ person, level, from: begins, to: ends }) => ({
    person,
    level,
    from: epochOf(begins),
    to: epochOf(ends),
  }));
  return [...swapped, ...swapped.reduce(without, planned)]
    .filter((shift) => shift.from < to && shift.to > from)
    .sort((a, b) => a.from - b.from || (a.level < b.level ? 1 : -1));
}

/** The length of one whole turn of the rotation from an instant on: everybody's next shift begins within it. */
export function endOfTurn(roster: Roster, now: Epoch): Epoch {
  return startOf(roster, Math.max(0, numberAt(roster, now)) + roster.rotation.length + 1);
}

/** Shifts with the time of an override cut out of those of its level. */
function without(shifts: readonly Shift[], swap: Shift): Shift[] {
  return shifts.flatMap((shift) => {
    if (shift.level !== swap.level || swap.to <= shift.from || swap.from >= shift.to) return [shift];
    const parts = [
      { ...shift, to: swap.from },
      { ...shift, from: swap.to },
    ];
    return parts.filter(({ from, to }) => from < to);
  });
}

/** How many shifts have begun before the one that runs at an instant. */
function numberAt(roster: Roster, now: Epoch): number {
  const guess = Math.floor((now - epochOf(roster.starts)) / durationOf(roster.shiftLength));
  return [guess + 1, guess, guess - 1].find((number) => startOf(roster, number) <= now) ?? guess;
}

/** Shifts of whole days change at the same time of the day, summer and winter; shorter ones after so many hours. */
function startOf({ starts, shiftLength, zone }: Roster, number: number): Epoch {
  const first = epochOf(starts);
  const length = number * durationOf(shiftLength);
  if (!shiftLength.endsWith("d")) return first + length;
  const wall = first + offsetAt(first, zone) + length;
  return wall - offsetAt(wall - offsetAt(wall, zone), zone);
}
