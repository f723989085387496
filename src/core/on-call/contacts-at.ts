import type { Team } from "../schemas/teams.ts";
import type { Epoch } from "../time.ts";
import { onCallAt } from "./on-call-at.ts";

/** Whom one level of an escalation reaches at an instant. */
export interface ContactsAt {
  /** Handles or team ids, the roster's person first. */
  readonly contacts: readonly string[];
  /** When the shift of the roster's person ends; absent where no roster is asked. */
  readonly until?: Epoch;
}

/** Whom each level of a team's escalation reaches at an instant: whoever the roster has on call, then its fixed contacts. */
export function contactsAt({ roster, escalation }: Team, now: Epoch): readonly ContactsAt[] {
  const running = roster === undefined ? [] : onCallAt(roster, now).running;
  return escalation.map((level) => {
    const shift = level.roster && running.find((each) => each.level === level.roster);
    return shift
      ? { contacts: [...new Set([shift.person, ...level.contacts])], until: shift.to }
      : { contacts: level.contacts };
  });
}
