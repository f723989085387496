import type { ComponentState, Level } from "../../core/status/component-state.ts";
import type {
  StatusFacts,
  StatusIncident,
  StatusUpdate,
  StatusWindow,
} from "../../core/views/status/status-facts.ts";
import { type ApiComponent, apiInstant } from "./statuspage-api.ts";

/** One update as the Statuspage API answers it. */
interface ApiUpdate {
  readonly id: string;
  readonly status: string;
  readonly body: string;
  readonly incident_id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly display_at: string;
  readonly affected_components:
    | readonly { code: string; name: string; old_status: ComponentState; new_status: ComponentState }[]
    | null;
  readonly deliver_notifications: boolean;
  readonly custom_tweet: null;
  readonly tweet_id: null;
}

/** An incident or planned work as the Statuspage API answers it. */
export interface ApiIncident {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly monitoring_at: string | null;
  readonly resolved_at: string | null;
  readonly impact: "none" | "minor" | "major" | "critical" | "maintenance";
  readonly shortlink: string;
  readonly started_at: string;
  readonly page_id: string;
  readonly incident_updates: readonly ApiUpdate[];
  readonly components: readonly ApiComponent[];
  readonly scheduled_for?: string;
  readonly scheduled_until?: string;
}

/** What every object of the API refers to. */
interface ApiContext {
  readonly page: string;
  readonly components: ReadonlyMap<string, ApiComponent>;
  readonly facts: StatusFacts;
}

const IMPACTS = {
  none: "none",
  degraded_performance: "minor",
  partial_outage: "major",
  major_outage: "critical",
} as const satisfies Record<Level, string>;

/** An incident. */
export function apiIncident(context: ApiContext, incident: StatusIncident): ApiIncident {
  const { code, title, status, updates, started, resolved, monitoring, worst, url } = incident;
  return {
    id: code,
    name: title,
    status,
    created_at: apiInstant(updates.at(-1)!.at),
    updated_at: apiInstant(updates[0]!.at),
    monitoring_at: monitoring === undefined ? null : apiInstant(monitoring),
    resolved_at: resolved === undefined ? null : apiInstant(resolved),
    impact: IMPACTS[worst],
    shortlink: url,
    started_at: apiInstant(started),
    page_id: context.page,
    incident_updates: apiUpdates(context, code, updates),
    components: concerned(context, incident),
  };
}

/** Planned work. */
export function apiMaintenance(context: ApiContext, window: StatusWindow): ApiIncident {
  const { code, title, state, updates, scheduledFrom, scheduledTo, to, url, announced } = window;
  return {
    id: code,
    name: title,
    status: state,
    created_at: apiInstant(announced ?? updates.at(-1)!.at),
    updated_at: apiInstant(updates[0]!.at),
    monitoring_at: null,
    resolved_at: state === "completed" ? apiInstant(to) : null,
    impact: "maintenance",
    shortlink: url,
    started_at: apiInstant(scheduledFrom),
    page_id: context.page,
    incident_updates: apiUpdates(context, code, updates),
    components: concerned(context, window),
    scheduled_for: apiInstant(scheduledFrom),
    scheduled_until: apiInstant(scheduledTo),
  };
}

function concerned(
  { components }: ApiContext,
  { affected }: Pick<StatusIncident, "affected">,
): ApiComponent[] {
  return affected.flatMap(({ code }) => components.get(code) ?? []);
}

/** Newest first; what an update says of a component stands beside what was said before it. */
function apiUpdates(context: ApiContext, incident: string, updates: readonly StatusUpdate[]): ApiUpdate[] {
  const before = new Map<string, ComponentState>();
  const oldestFirst = [...updates].reverse().map((update): ApiUpdate => {
    const at = apiInstant(update.at);
    const affected = update.components.map(({ code, name, level }) => {
      const group = context.components.get(context.components.get(code)?.group_id ?? "");
      const next: ComponentState = level === "none" ? "operational" : level;
      const old = before.get(code) ?? "operational";
      before.set(code, next);
      return {
        code,
        name: group === undefined ? name : `${group.name} - ${name}`,
        old_status: old,
        new_status: next,
      };
    });
    return {
      id: update.code,
      status: update.status,
      body: update.text,
      incident_id: incident,
      created_at: at,
      updated_at: at,
      display_at: at,
      affected_components: affected.length > 0 ? affected : null,
      deliver_notifications: true,
      custom_tweet: null,
      tweet_id: null,
    };
  });
  return oldestFirst.reverse();
}
