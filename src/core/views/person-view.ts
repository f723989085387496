import { allActionItems } from "../action-items/all-action-items.ts";
import { isOverdue, isUnfinished } from "../action-items/is-overdue.ts";
import { contactsAt } from "../on-call/contacts-at.ts";
import { shiftOf } from "../on-call/shift-of.ts";
import type { Person, Team } from "../schemas/teams.ts";
import { instantOf } from "../time.ts";
import { dateWords, type ShownInstant } from "../words/instant-words.ts";
import { lengthWords } from "../words/length-words.ts";
import { type ActionBoard, actionBoard } from "./action-board-view.ts";
import type { Shown } from "./shown.ts";
import { shownEntry, shownInstant, shownNow, shownPerson, type ViewContext } from "./view-context.ts";

/** One person on a list. */
export interface PersonRow extends Shown {
  readonly role: string;
  readonly active: boolean;
  readonly teams: readonly Shown[];
  readonly openItems: number;
  readonly overdueItems: number;
}

/** What a person does on call for one team. */
export interface OnCallRole {
  readonly team: Shown;
  /** Their shift that runs now, or their next one; absent for somebody who is only called. */
  readonly shift?: {
    readonly level: "primary" | "backup";
    readonly running: boolean;
    readonly from: ShownInstant;
    readonly to: ShownInstant;
  };
  /** Levels of the team's escalation that name them. */
  readonly levels: readonly { readonly name: string; readonly after?: string; readonly tested?: string }[];
}

/** Everything that the page of a person shows: what is theirs. */
export interface PersonView {
  readonly asOf: ShownInstant;
  readonly row: PersonRow;
  readonly github?: string;
  readonly board: ActionBoard;
  readonly onCall: readonly OnCallRole[];
}

/** The page of all people. */
export interface PersonListView {
  readonly people: readonly PersonRow[];
}

/** The page of one person. */
export function personView(context: ViewContext, person: Person): PersonView {
  const { projection } = context;
  return {
    asOf: shownNow(context),
    row: personRow(context, person),
    ...(person.github === undefined ? {} : { github: person.github }),
    board: actionBoard(
      context,
      allActionItems(projection).filter(({ item }) => item.owner === person.handle),
    ),
    onCall: projection.teams.teams.flatMap((team) => onCallRole(context, team, person.handle)),
  };
}

/** The page of all people. */
export function personListView(context: ViewContext): PersonListView {
  return { people: context.projection.teams.people.map((person) => personRow(context, person)) };
}

function personRow(context: ViewContext, { handle, role, active }: Person): PersonRow {
  const { projection, now } = context;
  const zone = projection.site.timeZone;
  const open = allActionItems(projection).filter(
    ({ item }) => item.owner === handle && isUnfinished(item, now, zone),
  );
  return {
    ...shownPerson(context, handle),
    role,
    active,
    teams: projection.teams.teams
      .filter(({ members }) => members.includes(handle))
      .map(({ id }) => shownEntry(context, "team", id)),
    openItems: open.length,
    overdueItems: open.filter(({ item }) => isOverdue(item, now, zone)).length,
  };
}

function onCallRole(context: ViewContext, team: Team, handle: string): OnCallRole[] {
  const { now } = context;
  const shift = team.roster && shiftOf(team.roster, handle, now);
  const reached = contactsAt(team, now);
  const levels = team.escalation
    .filter((_, level) => reached[level]!.contacts.includes(handle))
    .map(({ name, after, lastTested }) => ({
      name,
      ...(after === undefined ? {} : { after: lengthWords(after) }),
      ...(lastTested === undefined ? {} : { tested: dateWords(lastTested) }),
    }));
  if (shift === undefined && levels.length === 0) return [];
  return [
    {
      team: shownEntry(context, "team", team.id),
      ...(shift === undefined
        ? {}
        : {
            shift: {
              level: shift.level,
              running: shift.from <= now,
              from: shownInstant(context, instantOf(shift.from)),
              to: shownInstant(context, instantOf(shift.to)),
            },
          }),
      levels,
    },
  ];
}
