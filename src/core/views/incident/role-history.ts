import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { type Epoch, epochOf } from "../../time.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { personName, shownInstant, type ViewContext } from "../view-context.ts";

/** A role of the response: who held it, one after the other or side by side. */
export interface RoleHistory {
  /** Name of the role in words, `Incident commander`. */
  readonly role: string;
  readonly holders: readonly RoleHolder[];
}

export interface RoleHolder {
  readonly person: string;
  readonly from?: ShownInstant;
  readonly to?: ShownInstant;
  /** Who took it over at that very instant. */
  readonly handedTo?: string;
}

type Role = Entry<"incident">["data"]["roles"][number];

/** The roles in the order of the record's list, each with its holders by the instant at which they took it. */
export function roleHistory(context: ViewContext, { data }: Entry<"incident">): readonly RoleHistory[] {
  return [...new Set(data.roles.map(({ role }) => role))].map((role) => {
    const held = data.roles.filter((each) => each.role === role).sort((a, b) => taken(a) - taken(b));
    return { role: roleWords(role), holders: held.map((each) => holder(context, held, each)) };
  });
}

/** A role's name in words. */
export function roleWords(role: Role["role"]): string {
  return role[0]!.toUpperCase() + role.slice(1).replaceAll("-", " ");
}

function holder(context: ViewContext, held: readonly Role[], own: Role): RoleHolder {
  const next = held.find(
    (other) =>
      other !== own && own.to !== undefined && other.from !== undefined && taken(other) === epochOf(own.to),
  );
  return {
    person: personName(context, own.person),
    ...(own.from === undefined ? {} : { from: shownInstant(context, own.from) }),
    ...(own.to === undefined ? {} : { to: shownInstant(context, own.to) }),
    ...(next === undefined ? {} : { handedTo: personName(context, next.person) }),
  };
}

function taken({ from }: Role): Epoch {
  return from === undefined ? 0 : epochOf(from);
}
