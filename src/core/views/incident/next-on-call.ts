import { onCallAt } from "../../on-call/on-call-at.ts";
import { instantOf } from "../../time.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import type { Shown } from "../shown.ts";
import { shownInstant, shownOwner, type ViewContext } from "../view-context.ts";

/** Who takes over a team's calls, and when; a long incident outlives a shift. */
export interface NextOnCall {
  readonly from: ShownInstant;
  /** The primary first, then who stands behind. */
  readonly people: readonly Shown[];
}

/** Who is on call next by a team's roster; `undefined` where it has none. */
export function nextOnCall(context: ViewContext, team: string): NextOnCall | undefined {
  const roster = context.projection.look.team.get(team)?.roster;
  if (roster === undefined) return undefined;
  const { next } = onCallAt(roster, context.now);
  const [first] = next;
  if (first === undefined) return undefined;
  return {
    from: shownInstant(context, instantOf(first.from)),
    people: next.map(({ person }) => shownOwner(context, person)!),
  };
}
