import { grouped } from "../grouped.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { type CallLevel, callList } from "./call-list.ts";
import { newestFirst } from "./incident-row.ts";
import { onCallNow } from "./on-call-now.ts";
import { type PastResponse, pastResponse } from "./past-response.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import type { Shown } from "./shown.ts";
import type { ShownShift } from "./shown-shift.ts";
import { shownEntry, shownOwner, type ViewContext } from "./view-context.ts";

/** The page that an alert's `runbook_url` points to. */
export interface AlertView {
  readonly name: string;
  readonly runbooks: readonly RunbookRow[];
  readonly services: readonly { readonly service: Shown; readonly owner?: Shown }[];
  /** Whom to call, by the team that owns a service which raises it. */
  readonly calls: readonly {
    readonly team: Shown;
    readonly onCall: readonly ShownShift[];
    readonly levels: readonly CallLevel[];
  }[];
  /** What was done the last three times. */
  readonly past: readonly PastResponse[];
  /** Whose last three times those are: this alert's, or, where it announced none, its services'. */
  readonly pastOf: "alert" | "services";
}

/** Names of all alerts that a runbook answers or a service raises, sorted. */
export function alertNames(context: ViewContext): string[] {
  const { services, look } = context.projection;
  return [
    ...new Set([
      ...look.runbooksForAlert.keys(),
      ...services.flatMap(({ data }) => data.alerts.map(({ name }) => name)),
    ]),
  ].sort();
}

/** Incidents by the alert that announced them, newest first, made once for all pages. */
export function incidentsByAlert(context: ViewContext): ReadonlyMap<string, readonly Entry<"incident">[]> {
  return grouped(newestFirst(context.projection.incidents), ({ data }) =>
    data.detection?.alert === undefined ? [] : [data.detection.alert],
  );
}

/** The page of one alert. */
export function alertView(
  context: ViewContext,
  name: string,
  incidents: ReturnType<typeof incidentsByAlert>,
): AlertView {
  const { services, look } = context.projection;
  const raising = services.filter(({ data }) => data.alerts.some((alert) => alert.name === name));
  // What still lasts is no answer to what was done.
  const over = ({ data }: Entry<"incident">) => data.milestones.resolved !== undefined;
  const announced = (incidents.get(name) ?? []).filter(over);
  const past =
    announced.length > 0
      ? announced
      : newestFirst([...new Set(raising.flatMap(({ id }) => look.incidentsOf.get(id) ?? []))].filter(over));
  return {
    name,
    runbooks: (look.runbooksForAlert.get(name) ?? []).map((runbook) => runbookRow(context, runbook)),
    services: raising.map(({ id, data }) => {
      const owner = shownOwner(context, data.owner);
      return { service: shownEntry(context, "service", id), ...(owner === undefined ? {} : { owner }) };
    }),
    calls: [...new Set(raising.map(({ data }) => data.owner))]
      .map((owner) => ({
        team: shownOwner(context, owner)!,
        onCall: onCallNow(context, owner),
        levels: callList(context, owner),
      }))
      .filter(({ levels, onCall }) => levels.length + onCall.length > 0),
    past: past.slice(0, 3).map((incident) => pastResponse(context, incident)),
    pastOf: announced.length > 0 ? "alert" : "services",
  };
}
