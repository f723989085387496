import { onCallAt } from "../on-call/on-call-at.ts";
import { instantOf } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import type { Shown } from "./shown.ts";
import { shownInstant, shownOwner, type ViewContext } from "./view-context.ts";

/** Who is on call when the page is made; the end of the shift says how long that holds. */
export interface OnCallNow {
  readonly level: "primary" | "backup";
  readonly person: Shown;
  readonly until: ShownInstant;
}

/** Who of the team that owns something is on call by its roster and stands in no level of its escalation; outsiders are not told of people. */
export function onCallNow(context: ViewContext, owner: string | undefined): readonly OnCallNow[] {
  const { projection, now } = context;
  const team = owner === undefined ? undefined : projection.look.team.get(owner);
  if (team?.roster === undefined || !projection.reader.internal) return [];
  const called = new Set(team.escalation.map((level) => level.roster));
  return onCallAt(team.roster, now)
    .running.filter(({ level }) => !called.has(level))
    .map(({ level, person, to }) => ({
      level,
      person: shownOwner(context, person)!,
      until: shownInstant(context, instantOf(to)),
    }));
}
