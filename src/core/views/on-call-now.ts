import { onCallAt } from "../on-call/on-call-at.ts";
import { type ShownShift, shownShift } from "./shown-shift.ts";
import type { ViewContext } from "./view-context.ts";

/** Who of the team that owns something is on call by its roster and stands in no level of its escalation; outsiders are not told of people. */
export function onCallNow(context: ViewContext, owner: string | undefined): readonly ShownShift[] {
  const { projection, now } = context;
  const team = owner === undefined ? undefined : projection.look.team.get(owner);
  if (team?.roster === undefined || !projection.reader.internal) return [];
  const called = new Set(team.escalation.map((level) => level.roster));
  return onCallAt(team.roster, now)
    .running.filter(({ level }) => !called.has(level))
    .map((shift) => shownShift(context, shift));
}
