import { alertRoute } from "../../core/on-call/alert-route.ts";
import { oneLine } from "../logs/one-line.ts";
import type { KnownAlert, Page, PageReading, ReadRecord } from "./page-reading.ts";

/** What a foreign record says of a page. */
export interface PageDraft {
  readonly at: string;
  readonly alert: string;
  readonly team?: string | undefined;
  readonly person?: string | undefined;
  readonly service?: string | undefined;
  readonly actionable?: boolean | undefined;
  readonly acknowledged?: string | undefined;
  readonly incident?: string | undefined;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A draft → the page, with what services, routes and teams say of its alert; one that woke nobody, or belongs to no team, is noted. */
export function settlePage(draft: PageDraft, line: number, reading: PageReading): ReadRecord | undefined {
  const { take, owners, teamsOf } = reading;
  const route = alertRoute(reading.routes, draft.alert, draft.labels);
  const declared = declaredAlert(draft, route?.service, reading);
  const service = draft.service ?? route?.service ?? declared?.service;
  const response = route?.response ?? declared?.response ?? "page";
  if (response !== "page") {
    const text = `Left out: ${oneLine(draft.alert)} ${response === "ticket" ? "opens a ticket" : "is ignored"}, it pages nobody`;
    take("dropped", "no-page", line, text);
    return undefined;
  }
  const own = draft.person === undefined ? [] : (teamsOf.get(draft.person) ?? []);
  const owner = service === undefined ? undefined : owners.get(service);
  const team = draft.team ?? owner ?? (own.length === 1 ? own[0] : undefined) ?? reading.team;
  if (team === undefined) {
    take(
      "problem",
      "no-team",
      line,
      `Left out: nothing says which team ${oneLine(draft.alert)} paged; --team names one`,
    );
    return undefined;
  }
  const actionable = draft.actionable ?? declared?.actionable ?? true;
  const page: Page = {
    at: draft.at,
    team,
    ...(draft.person === undefined ? {} : { person: draft.person }),
    alert: oneLine(declared?.name ?? draft.alert),
    ...(service === undefined ? {} : { service }),
    actionable,
    ...(draft.acknowledged === undefined ? {} : { acknowledged: draft.acknowledged }),
    ...(draft.incident === undefined ? {} : { incident: draft.incident }),
  };
  return { kind: "page", page, line };
}

/** The alert of that name which a service declares: of the service named, else the only one. */
function declaredAlert(
  { alert, service }: PageDraft,
  routed: string | undefined,
  { alerts }: PageReading,
): KnownAlert | undefined {
  const known = alerts.get(alert.toLowerCase()) ?? [];
  const wanted = service ?? routed;
  return wanted === undefined
    ? known.length === 1
      ? known[0]
      : undefined
    : known.find((each) => each.service === wanted);
}
