import { lengthWords } from "../words/length-words.ts";
import { shownOwner, type ViewContext } from "./view-context.ts";

/** One level of an escalation: whom to call, how, and how long the level before it is tried. */
export interface CallLevel {
  readonly name: string;
  readonly contacts: readonly string[];
  readonly channels: readonly string[];
  readonly after?: string;
}

/** Whom to call next, in order: the escalation of the team that owns something. */
export function callList(context: ViewContext, owner: string | undefined): readonly CallLevel[] {
  const team = owner === undefined ? undefined : context.projection.look.team.get(owner);
  return (team?.escalation ?? []).map(({ name, contacts, channels, after }) => ({
    name,
    contacts: contacts.map((contact) => shownOwner(context, contact)?.title ?? contact),
    channels: channels.map(({ kind, address }) => (address === undefined ? kind : `${kind} ${address}`)),
    ...(after === undefined ? {} : { after: lengthWords(after) }),
  }));
}
