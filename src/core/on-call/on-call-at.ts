import type { Epoch } from "../time.ts";
import { endOfTurn, type Roster, type Shift, shiftsBetween } from "./roster-shifts.ts";

/** Who is on call by a roster at an instant, and who comes next. */
export interface OnCall {
  /** The shifts that run, the primary's first. */
  readonly running: readonly Shift[];
  /** The next primary shift that begins, and the shifts behind it when it does. */
  readonly next: readonly Shift[];
}

/** Who is on call by a roster at an instant, and who comes next. */
export function onCallAt(roster: Roster, now: Epoch): OnCall {
  const shifts = shiftsBetween(roster, now, endOfTurn(roster, now));
  const running = shifts
    .filter(({ from }) => from <= now)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const first = shifts.find(({ from, level }) => from > now && level === "primary");
  return { running, next: first === undefined ? [] : [first, ...behind(shifts, first)] };
}

const LEVELS: readonly Shift["level"][] = ["primary", "backup"];

/** Who stands behind a shift when it begins. */
function behind(shifts: readonly Shift[], { from }: Shift): Shift[] {
  return shifts.filter((shift) => shift.level === "backup" && shift.from <= from && from < shift.to);
}
