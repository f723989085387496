import type { Team } from "../schemas/teams.ts";
import { durationOf, type Epoch, epochOf, offsetAt } from "../time.ts";

type Roster = NonNullable<Team["roster"]>;

/** One shift of one person. */
export interface Shift {
  readonly person: string;
  readonly level: "primary" | "backup";
  readonly from: Epoch;
  /** First instant after it. */
  readonly to: Epoch;
}

/** A person's shift that runs at an instant, else the next one that the roster gives them; overrides win over the rotation. */
export function shiftOf(roster: Roster, person: string, now: Epoch): Shift | undefined {
  const mine = shiftsFrom(roster, now).filter((shift) => shift.person === person && shift.to > now);
  return mine.sort((a, b) => a.from - b.from)[0];
}

/** The shifts of one whole turn of the rotation from an instant on, with the overrides in place of what they replace. */
function shiftsFrom(roster: Roster, now: Epoch): Shift[] {
  const { rotation, backups, overrides } = roster;
  const begun = Math.max(0, numberAt(roster, now));
  const planned = Array.from({ length: rotation.length + 1 }, (_, ahead): Shift[] => {
    const number = begun + ahead;
    const span = { from: startOf(roster, number), to: startOf(roster, number + 1) };
    const backup = backups[number % Math.max(1, backups.length)];
    return [
      { person: rotation[number % rotation.length]!, level: "primary", ...span },
      ...(backup === undefined ? [] : [{ person: backup, level: "backup", ...span } as const]),
    ];
  }).flat();
  const swapped = overrides.map(({ person, level, from, to }) => ({
    person,
    level,
    from: epochOf(from),
    to: epochOf(to),
  }));
  return [...swapped, ...swapped.reduce(without, planned)];
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
