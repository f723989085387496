import { allActionItems } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import type { Team } from "../schemas/teams.ts";
import { dateWords } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import { type ServiceRow, serviceRow } from "./service-view.ts";
import type { Shown } from "./shown.ts";
import { personName, shownEntry, shownOwner, type ViewContext } from "./view-context.ts";

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
  readonly members: readonly { readonly name: string; readonly role: string }[];
  readonly escalation: readonly {
    readonly name: string;
    readonly contacts: readonly string[];
    readonly channels: readonly string[];
    readonly tested?: string;
  }[];
  readonly services: readonly ServiceRow[];
  readonly runbooks: readonly RunbookRow[];
  readonly actionItems: readonly ActionItemRow[];
  readonly incidents: readonly IncidentRow[];
}

/** The page of all teams. */
export interface TeamListView {
  readonly teams: readonly TeamRow[];
}

/** The page of one team. */
export function teamView(context: ViewContext, team: Team): TeamView {
  const { projection } = context;
  return {
    row: teamRow(context, team),
    ...(team.channel === undefined ? {} : { channel: team.channel }),
    members: team.members.map((handle) => ({
      name: personName(context, handle),
      role: projection.look.person.get(handle)?.role ?? "",
    })),
    escalation: team.escalation.map(({ name, contacts, channels, lastTested }) => ({
      name,
      contacts: contacts.map((contact) => shownOwner(context, contact)?.title ?? contact),
      channels: channels.map(({ kind, address }) => (address === undefined ? kind : `${kind} ${address}`)),
      ...(lastTested === undefined ? {} : { tested: dateWords(lastTested) }),
    })),
    services: projection.services
      .filter(({ data }) => data.owner === team.id)
      .map((service) => serviceRow(context, service)),
    runbooks: projection.runbooks
      .filter(({ data }) => data.owner === team.id)
      .map((runbook) => runbookRow(context, runbook)),
    actionItems: itemsOf(context, team),
    incidents: newestFirst(projection.incidents.filter(({ data }) => data.team === team.id)).map((incident) =>
      incidentRow(context, incident),
    ),
  };
}

/** The page of all teams. */
export function teamListView(context: ViewContext): TeamListView {
  return { teams: context.projection.teams.teams.map((team) => teamRow(context, team)) };
}

function teamRow(context: ViewContext, team: Team): TeamRow {
  const { projection } = context;
  return {
    ...shownEntry(context, "team", team.id),
    ...(team.description === undefined ? {} : { description: team.description }),
    services: projection.services
      .filter(({ data }) => data.owner === team.id)
      .map(({ id }) => shownEntry(context, "service", id)),
    openItems: itemsOf(context, team).length,
  };
}

/** Unfinished items that the team or one of its people owns. */
function itemsOf(context: ViewContext, team: Team): ActionItemRow[] {
  const { projection, now } = context;
  const owners = new Set([team.id, ...team.members]);
  return allActionItems(projection)
    .filter(
      ({ item }) =>
        item.owner !== undefined &&
        owners.has(item.owner) &&
        isUnfinished(item, now, projection.site.timeZone),
    )
    .map((placed) => actionItemRow(context, placed));
}
