import { statusId } from "../../core/status/status-id.ts";
import type { StatusComponent, StatusFacts, StatusIncident } from "../../core/views/status/status-facts.ts";
import { type ApiIncident, apiIncident, apiMaintenance } from "./statuspage-incidents.ts";

/** A component as the Statuspage API answers it; every key is there, `null` rather than left out. */
export interface ApiComponent {
  readonly id: string;
  readonly name: string;
  readonly status: StatusComponent["state"];
  readonly created_at: string | null;
  readonly updated_at: string | null;
  readonly position: number;
  readonly description: string | null;
  readonly showcase: boolean;
  readonly start_date: string | null;
  readonly group_id: string | null;
  readonly page_id: string;
  readonly group: boolean;
  readonly only_show_if_degraded: boolean;
  /** Ids of the children, of groups alone. */
  readonly components?: readonly string[];
}

/** How many incidents and how much planned work the lists hold. */
const NEWEST = 50;

/** The eight files of the Statuspage API, v2, by their path. */
export function statuspageApi(facts: StatusFacts): Map<string, unknown> {
  const page = {
    id: statusId("page", { id: facts.url, aliases: [] }),
    name: facts.name,
    url: facts.url,
    time_zone: facts.zone,
    updated_at: apiInstant(facts.asOf),
  };
  const status = facts.overall;
  const components = apiComponents(facts, page.id);
  const byCode = new Map(components.map((component) => [component.id, component]));
  const context = { page: page.id, components: byCode, facts };
  const unresolved = facts.open.map((incident) => apiIncident(context, incident));
  const newest = newestFirst([...facts.open, ...facts.past]).slice(0, NEWEST);
  const planned = facts.planned
    .filter(({ state }) => state !== "cancelled")
    .map((window) => apiMaintenance(context, window))
    .reverse();
  const done = facts.done.slice(0, NEWEST).map((window) => apiMaintenance(context, window));
  const lasting = ({ status: state }: ApiIncident) => state === "in_progress" || state === "verifying";
  return new Map<string, unknown>([
    ["summary", { page, components, incidents: unresolved, scheduled_maintenances: planned, status }],
    ["status", { page, status }],
    ["components", { page, components }],
    ["incidents", { page, incidents: newest.map((incident) => apiIncident(context, incident)) }],
    ["incidents/unresolved", { page, incidents: unresolved }],
    ["scheduled-maintenances", { page, scheduled_maintenances: [...planned, ...done].slice(0, NEWEST) }],
    ["scheduled-maintenances/active", { page, scheduled_maintenances: planned.filter(lasting) }],
    [
      "scheduled-maintenances/upcoming",
      { page, scheduled_maintenances: planned.filter(({ status: state }) => state === "scheduled") },
    ],
  ]);
}

/** An instant with milliseconds, as clients expect it. */
export function apiInstant(instant: string): string {
  return new Date(instant).toISOString();
}

const WORST: readonly StatusComponent["state"][] = [
  "operational",
  "under_maintenance",
  "degraded_performance",
  "partial_outage",
  "major_outage",
];

/** Every component, and its group before it. */
function apiComponents(facts: StatusFacts, page: string): ApiComponent[] {
  return facts.groups.flatMap(({ code, name, components }, index) => {
    const children = components.map((component, place) =>
      apiComponent(facts, component, page, code, place + 1),
    );
    if (code === undefined || name === undefined) return children;
    const states = children.map(({ status }) => WORST.indexOf(status));
    const group: ApiComponent = {
      id: code,
      name,
      status: WORST[Math.max(...states)]!,
      created_at: children.map(({ created_at }) => created_at).sort()[0] ?? null,
      updated_at:
        children
          .map(({ updated_at }) => updated_at)
          .sort()
          .at(-1) ?? null,
      position: index + 1,
      description: null,
      showcase: false,
      start_date: null,
      group_id: null,
      page_id: page,
      group: true,
      only_show_if_degraded: false,
      components: children.map(({ id }) => id),
    };
    return [group, ...children];
  });
}

function apiComponent(
  facts: StatusFacts,
  component: StatusComponent,
  page: string,
  group: string | undefined,
  position: number,
): ApiComponent {
  const { code, name, state, description, showcase, since, onlyShowIfDegraded } = component;
  const created = since === undefined ? null : `${since}T00:00:00.000Z`;
  return {
    id: code,
    name,
    status: state,
    created_at: created,
    updated_at: lastWord(facts, code) ?? created,
    position,
    description: description ?? null,
    showcase,
    start_date: since ?? null,
    group_id: group ?? null,
    page_id: page,
    group: false,
    only_show_if_degraded: onlyShowIfDegraded,
  };
}

/** The newest update of anything that concerns a component. */
function lastWord({ open, past, done }: StatusFacts, code: string): string | undefined {
  const instants = [...open, ...past, ...done]
    .filter(({ affected }) => affected.some((each) => each.code === code))
    .flatMap(({ updates }) => (updates[0] ? [apiInstant(updates[0].at)] : []));
  return instants.sort().at(-1);
}

function newestFirst(incidents: readonly StatusIncident[]): StatusIncident[] {
  return [...incidents].sort((a, b) => Date.parse(b.started) - Date.parse(a.started));
}
