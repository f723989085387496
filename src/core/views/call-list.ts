import { contactsAt } from "../on-call/contacts-at.ts";
import { instantOf } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { lengthWords } from "../words/length-words.ts";
import { shownInstant, shownOwner, type ViewContext } from "./view-context.ts";

/** One level of an escalation: whom to call, how, and how long the level before it is tried. */
export interface CallLevel {
  readonly name: string;
  readonly contacts: readonly string[];
  readonly channels: readonly string[];
  readonly after?: string;
  /** Until when the first of them is the one to call, where the roster says who that is. */
  readonly until?: ShownInstant;
}

/** Whom to call next, in order: the escalation of the team that owns something, with whoever its roster has on call at `now`. */
export function callList(context: ViewContext, owner: string | undefined): readonly CallLevel[] {
  const team = owner === undefined ? undefined : context.projection.look.team.get(owner);
  if (team === undefined) return [];
  const reached = contactsAt(team, context.now);
  return team.escalation.map(({ name, channels, after }, level) => {
    const { contacts, until } = reached[level]!;
    return {
      name,
      contacts: contacts.map((contact) => shownOwner(context, contact)?.title ?? contact),
      channels: channels.map(({ kind, address }) => (address === undefined ? kind : `${kind} ${address}`)),
      ...(after === undefined ? {} : { after: lengthWords(after) }),
      ...(until === undefined ? {} : { until: shownInstant(context, instantOf(until)) }),
    };
  });
}
