import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import { contactsAt } from "../on-call/contacts-at.ts";
import type { Team } from "../schemas/teams.ts";
import { dateWords } from "../words/instant-words.ts";
import { type ActionBoard, actionBoard } from "./action-board-view.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import { MATURITY_PAGE } from "./maturity/maturity-view.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import { type ServiceRow, serviceRow } from "./service-view.ts";
import type { Shown } from "./shown.ts";
import {
  hasPeoplePages,
  href,
  shownEntry,
  shownOwner,
  shownPerson,
  type ViewContext,
} from "./view-context.ts";

/** One team on a list. */
export interface TeamRow extends Shown {
  readonly description?: string;
  readonly services: readonly Shown[];
  readonly openItems: number;
}

/** Everything that the page of a team shows. */
export interface TeamView {
  readonly row: TeamRow;
  readonly channel?: string;
  readonly members: readonly { readonly person: Shown; readonly role: string }[];
  readonly escalation: readonly {
    readonly name: string;
    readonly contacts: readonly Shown[];
    readonly channels: readonly string[];
    readonly tested?: string;
  }[];
  readonly services: readonly ServiceRow[];
  readonly runbooks: readonly RunbookRow[];
  readonly board: ActionBoard;
  readonly incidents: readonly IncidentRow[];
}

/** The page of all teams. */
export interface TeamListView {
  readonly teams: readonly TeamRow[];
  /** Everybody by handle, where this reader has a page of that. */
  readonly people?: { readonly url: string; readonly count: number };
  /** Address of where the teams stand. */
  readonly maturity: string;
}

/** The page of one team. */
export function teamView(context: ViewContext, team: Team): TeamView {
  const { projection, now } = context;
  const reached = contactsAt(team, now);
  return {
    row: teamRow(context, team),
    ...(team.channel === undefined ? {} : { channel: team.channel }),
    members: team.members.map((handle) => ({
      person: shownPerson(context, handle),
      role: projection.look.person.get(handle)?.role ?? "",
    })),
    escalation: team.escalation.map(({ name, channels, lastTested }, level) => ({
      name,
      contacts: reached[level]!.contacts.flatMap((contact) => shownOwner(context, contact) ?? []),
      channels: channels.map(({ kind, address }) => (address === undefined ? kind : `${kind} ${address}`)),
      ...(lastTested === undefined ? {} : { tested: dateWords(lastTested) }),
    })),
    services: projection.services
      .filter(({ data }) => data.owner === team.id)
      .map((service) => serviceRow(context, service)),
    runbooks: projection.runbooks
      .filter(({ data }) => data.owner === team.id)
      .map((runbook) => runbookRow(context, runbook)),
    board: actionBoard(context, itemsOf(context, team)),
    incidents: newestFirst(projection.incidents.filter(({ data }) => data.team === team.id)).map((incident) =>
      incidentRow(context, incident),
    ),
  };
}

/** The page of all teams. */
export function teamListView(context: ViewContext): TeamListView {
  const { teams, people } = context.projection.teams;
  return {
    teams: teams.map((team) => teamRow(context, team)),
    ...(hasPeoplePages(context) ? { people: { url: href(context, "/people/"), count: people.length } } : {}),
    maturity: href(context, MATURITY_PAGE),
  };
}

function teamRow(context: ViewContext, team: Team): TeamRow {
  const { projection, now } = context;
  return {
    ...shownEntry(context, "team", team.id),
    ...(team.description === undefined ? {} : { description: team.description }),
    services: projection.services
      .filter(({ data }) => data.owner === team.id)
      .map(({ id }) => shownEntry(context, "service", id)),
    openItems: itemsOf(context, team).filter(({ item }) => isUnfinished(item, now, projection.site.timeZone))
      .length,
  };
}

/** Items that the team or one of its people owns. */
function itemsOf({ projection }: ViewContext, team: Team): PlacedItem[] {
  const owners = new Set([team.id, ...team.members]);
  return allActionItems(projection).filter(({ item }) => item.owner !== undefined && owners.has(item.owner));
}
