import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import type { Shown } from "./shown.ts";
import { shownEntry, shownOwner, type ViewContext } from "./view-context.ts";

/** The page that an alert's `runbook_url` points to. */
export interface AlertView {
  readonly name: string;
  readonly runbooks: readonly RunbookRow[];
  readonly services: readonly { readonly service: Shown; readonly owner?: Shown }[];
  /** The last incidents that this alert announced. */
  readonly incidents: readonly IncidentRow[];
}

/** Names of all alerts that a runbook answers or a service raises, sorted. */
export function alertNames(context: ViewContext): string[] {
  const { services, look } = context.projection;
  return [...new Set([...look.runbooksForAlert.keys(), ...services.flatMap(({ data }) => data.alerts.map(({ name }) => name))])].sort();
}

/** Incidents by the alert that announced them, newest first, made once for all pages. */
export function incidentsByAlert(context: ViewContext): ReadonlyMap<string, readonly Entry<"incident">[]> {
  const groups = new Map<string, Entry<"incident">[]>();
  for (const incident of newestFirst(context.projection.incidents)) {
    const name = incident.data.detection?.alert;
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(incident);
    else groups.set(name, [incident]);
  }
  return groups;
}

/** The page of one alert. */
export function alertView(context: ViewContext, name: string, incidents: ReturnType<typeof incidentsByAlert>): AlertView {
  const { services, look } = context.projection;
  return {
    name,
    runbooks: (look.runbooksForAlert.get(name) ?? []).map((runbook) => runbookRow(context, runbook)),
    services: services
      .filter(({ data }) => data.alerts.some((alert) => alert.name === name))
      .map(({ id, data }) => {
        const owner = shownOwner(context, data.owner);
        return { service: shownEntry(context, "service", id), ...(owner === undefined ? {} : { owner }) };
      }),
    incidents: (incidents.get(name) ?? []).slice(0, 3).map((incident) => incidentRow(context, incident)),
  };
}
