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

/** Who of the team that owns something is on call, by its roster; outsiders are not told of people. */
export function onCallNow(context: ViewContext, owner: string | undefined): readonly OnCallNow[] {
  const { projection, now } = context;
  const roster = owner === undefined ? undefined : projection.look.team.get(owner)?.roster;
  if (roster === undefined || !projection.reader.internal) return [];
  return onCallAt(roster, now).running.map(({ level, person, to }) => ({
    level,
    person: shownOwner(context, person)!,
    until: shownInstant(context, instantOf(to)),
  }));
}
