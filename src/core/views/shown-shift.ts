import type { Shift } from "../on-call/roster-shifts.ts";
import { instantOf } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import type { Shown } from "./shown.ts";
import { shownInstant, shownPerson, type ViewContext } from "./view-context.ts";

/** Somebody on call, from when and until when. */
export interface ShownShift {
  readonly person: Shown;
  readonly level: Shift["level"];
  readonly from: ShownInstant;
  readonly to: ShownInstant;
}

/** A shift of a roster as it is shown. */
export function shownShift(context: ViewContext, { person, level, from, to }: Shift): ShownShift {
  return {
    person: shownPerson(context, person),
    level,
    from: shownInstant(context, instantOf(from)),
    to: shownInstant(context, instantOf(to)),
  };
}
