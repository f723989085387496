import { allActionItems } from "../../action-items/all-action-items.ts";
import { isOverdue } from "../../action-items/is-overdue.ts";
import { addressOfAlert } from "../../addresses.ts";
import { changesBetween } from "../../knowledge-base/changes-between.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { onCallAt } from "../../on-call/on-call-at.ts";
import { pagingAlerts } from "../../on-call/paging-alerts.ts";
import type { Team } from "../../schemas/teams.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "../action-item-view.ts";
import { type ChangeRow, changeRow } from "../change-row.ts";
import { type IncidentRow, incidentRow, newestFirst } from "../incident-row.ts";
import type { BudgetBar } from "../objectives/objective-view.ts";
import { type ServiceRow, serviceRow } from "../service-view.ts";
import type { Shown } from "../shown.ts";
import { type ShownShift, shownShift } from "../shown-shift.ts";
import { href, personName, shownEntry, shownNow, type ViewContext } from "../view-context.ts";
import { openImpact } from "./open-impact.ts";
import { tightestBar } from "./service-health.ts";

/** What one team that is on call must know now. */
export interface TeamOnCall {
  readonly team: Shown;
  readonly now: readonly ShownShift[];
  readonly next?: ShownShift;
  readonly services: readonly (ServiceRow & { readonly budget?: BudgetBar & { readonly url: string } })[];
  readonly overdue: readonly ActionItemRow[];
  /** Alerts that page this team, with what answers each. */
  readonly alerts: readonly {
    readonly alert: Shown;
    readonly service: Shown;
    readonly runbooks: readonly Shown[];
  }[];
}

/** A change and the services that it touched. */
export interface PlacedChange extends ChangeRow {
  readonly services: readonly Shown[];
}

/** What whoever is on call looks at. */
export interface OnCallDashboard {
  readonly asOf: ShownInstant;
  readonly open: readonly (IncidentRow & { readonly impact: string; readonly roles: readonly string[] })[];
  readonly teams: readonly TeamOnCall[];
  /** Teams that own services and have nobody on call by a roster. */
  readonly without: readonly Shown[];
  readonly changes: readonly PlacedChange[];
}

/** Changes older than this are on the services' pages. */
const CHANGES_FOR = 3 * 86_400_000;
const MOST_CHANGES = 15;

/** The dashboard of whoever is on call. */
export function onCallDashboard(context: ViewContext): OnCallDashboard {
  const { projection, now } = context;
  const owners = new Set(projection.services.map(({ data }) => data.owner));
  const { teams } = projection.teams;
  return {
    asOf: shownNow(context),
    open: newestFirst(projection.incidents)
      .filter(({ data }) => data.milestones.resolved === undefined && !data.nearMiss)
      .map((incident) => ({
        ...incidentRow(context, incident),
        impact: openImpact(context, incident),
        roles: rolesOf(context, incident),
      })),
    teams: teams.flatMap((team) =>
      team.roster === undefined ? [] : [teamOnCall(context, team, team.roster)],
    ),
    without: teams
      .filter(({ id, roster }) => roster === undefined && owners.has(id))
      .map(({ id }) => shownEntry(context, "team", id)),
    changes: changesBetween(projection, now - CHANGES_FOR, now)
      .toReversed()
      .slice(0, MOST_CHANGES)
      .map((change) => ({
        ...changeRow(context, change),
        services: change.services.map((service) => shownEntry(context, "service", service)),
      })),
  };
}

function teamOnCall(context: ViewContext, team: Team, roster: NonNullable<Team["roster"]>): TeamOnCall {
  const { projection, now } = context;
  const { look } = projection;
  const {
    running,
    next: [next],
  } = onCallAt(roster, now);
  const services = projection.services.filter(({ data }) => data.owner === team.id);
  const mine = new Set([team.id, ...team.members]);
  return {
    team: shownEntry(context, "team", team.id),
    now: running.map((shift) => shownShift(context, shift)),
    ...(next === undefined ? {} : { next: shownShift(context, next) }),
    services: services.map((service) => {
      const budget = tightestBar(context, service.id);
      return { ...serviceRow(context, service), ...(budget === undefined ? {} : { budget }) };
    }),
    overdue: allActionItems(projection)
      .filter(
        ({ item }) =>
          item.owner !== undefined && mine.has(item.owner) && isOverdue(item, now, projection.site.timeZone),
      )
      .map((placed) => actionItemRow(context, placed)),
    alerts: pagingAlerts(services).map(({ service, alert: { name } }) => ({
      alert: { id: name, title: name, url: href(context, addressOfAlert(name)) },
      service: shownEntry(context, "service", service.id),
      runbooks: (look.runbooksForAlert.get(name) ?? []).map(({ id }) => shownEntry(context, "runbook", id)),
    })),
  };
}

function rolesOf(context: ViewContext, { data }: Entry<"incident">): string[] {
  return data.roles.map(({ role, person }) => `${role.replaceAll("-", " ")} ${personName(context, person)}`);
}
