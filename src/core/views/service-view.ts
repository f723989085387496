import { allActionItems } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import { addressOfAlert } from "../addresses.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { incidentState } from "../status/incident-state.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { bodyHtml } from "./body-html.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import { type ChangeLogView, changeLogOf } from "./service/change-log.ts";
import { type ServiceNumbers, serviceNumbers } from "./services/service-numbers.ts";
import type { Shown, ShownState } from "./shown.ts";
import { href, shownEntry, shownOf, shownOwner, type ViewContext } from "./view-context.ts";

/** One service on a list. */
export interface ServiceRow extends Shown {
  readonly url: string;
  readonly description?: string;
  readonly owner?: Shown;
  readonly criticality: string;
  readonly external: boolean;
  readonly state: ShownState;
  readonly incidents: number;
}

/** Everything that the page of a service shows. */
export interface ServiceView {
  readonly row: ServiceRow;
  readonly bodyHtml: string;
  readonly numbers: ServiceNumbers;
  readonly dependsOn: readonly Shown[];
  readonly dependents: readonly Shown[];
  readonly alerts: readonly { readonly alert: Shown; readonly response: string }[];
  readonly dashboards: readonly { readonly title: string; readonly url: string }[];
  readonly runbooks: readonly RunbookRow[];
  readonly incidents: readonly IncidentRow[];
  readonly actionItems: readonly ActionItemRow[];
  readonly changeLog?: ChangeLogView;
}

/** The page of all services. */
export interface ServiceListView {
  readonly services: readonly ServiceRow[];
}

/** The page of one service. */
export function serviceView(context: ViewContext, service: Entry<"service">): ServiceView {
  const { data, id } = service;
  const { look } = context.projection;
  const incidents = newestFirst(look.incidentsOf.get(id) ?? []);
  const changeLog = changeLogOf(context, id);
  return {
    row: serviceRow(context, service),
    bodyHtml: bodyHtml(context, service, { incidents: [], actionItems: [] }),
    numbers: serviceNumbers(context, service),
    dependsOn: data.dependsOn.map((other) => shownEntry(context, "service", other)),
    dependents: (look.dependents.get(id) ?? []).map((other) => shownOf(context, other)),
    alerts: data.alerts.map(({ name, response }) => ({
      alert: {
        id: name,
        title: name,
        ...(look.runbooksForAlert.has(name) ? { url: href(context, addressOfAlert(name)) } : {}),
      },
      response,
    })),
    dashboards: data.dashboards.map(({ title, url }) => ({
      title,
      url: url.replaceAll("{service}", id).replaceAll(/\{(from|to)\}/g, ""),
    })),
    runbooks: (look.runbooksOf.get(id) ?? []).map((runbook) => runbookRow(context, runbook)),
    incidents: incidents.map((incident) => incidentRow(context, incident)),
    actionItems: itemsOf(context, new Set(incidents.map((incident) => incident.id)), id),
    ...(changeLog === undefined ? {} : { changeLog }),
  };
}

/** The page of all services. */
export function serviceListView(context: ViewContext): ServiceListView {
  return { services: context.projection.services.map((service) => serviceRow(context, service)) };
}

/** One service as a row, with how it is now. */
export function serviceRow(context: ViewContext, service: Entry<"service">): ServiceRow {
  const { data, id } = service;
  const incidents = context.projection.look.incidentsOf.get(id) ?? [];
  const owner = shownOwner(context, data.owner);
  const shown = shownOf(context, service);
  const troubled = incidents.filter(
    ({ data: incident }) => incidentState(incident) !== "resolved" && !incident.nearMiss,
  ).length;
  return {
    ...shown,
    url: shown.url!,
    ...(data.description === undefined ? {} : { description: data.description }),
    ...(owner === undefined ? {} : { owner }),
    criticality: data.criticality,
    external: data.external,
    state:
      troubled > 0
        ? { id: "open", word: troubled === 1 ? "1 open incident" : `${troubled} open incidents`, shape: "●" }
        : { id: "fine", word: "No open incident", shape: "✓" },
    incidents: incidents.length,
  };
}

/** Unfinished follow-ups of the service's incidents, and those that name it. */
function itemsOf(context: ViewContext, incidents: ReadonlySet<string>, service: string): ActionItemRow[] {
  const { projection, now } = context;
  return allActionItems(projection)
    .filter(({ item, entry }) => {
      const about =
        entry.kind === "postmortem"
          ? entry.data.incidents.some((id) => incidents.has(id))
          : entry.kind === "incident" && incidents.has(entry.id);
      return (about || item.services.includes(service)) && isUnfinished(item, now, projection.site.timeZone);
    })
    .map((placed) => actionItemRow(context, placed));
}
