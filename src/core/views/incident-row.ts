import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { timeToRestore } from "../reliability/time-to-restore.ts";
import { durationWords } from "../words/duration-words.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import type { Shown, ShownSeverity, ShownState } from "./shown.ts";
import {
  shownEntry,
  shownInstant,
  shownOf,
  shownSeverity,
  shownState,
  type ViewContext,
} from "./view-context.ts";

/** One incident on a list: one line on a desk, two on a phone. */
export interface IncidentRow extends Shown {
  readonly url: string;
  readonly severity: ShownSeverity;
  readonly state: ShownState;
  readonly nearMiss: boolean;
  readonly services: readonly Shown[];
  /** When it began to hurt, or was noticed. */
  readonly began: ShownInstant;
  /** Time to restore in words; `so far` while it is open; absent where unknown. */
  readonly duration?: string;
}

/** One incident as a row, made once for all the lists that show it. */
export function incidentRow(context: ViewContext, incident: Entry<"incident">): IncidentRow {
  const made = rows.get(context) ?? new WeakMap<Entry<"incident">, IncidentRow>();
  rows.set(context, made);
  const row = made.get(incident) ?? makeRow(context, incident);
  made.set(incident, row);
  return row;
}

const rows = new WeakMap<ViewContext, WeakMap<Entry<"incident">, IncidentRow>>();

function makeRow(context: ViewContext, incident: Entry<"incident">): IncidentRow {
  const { milestones, services, nearMiss } = incident.data;
  const first = milestones.started ?? milestones.detected;
  const began =
    typeof first === "string"
      ? shownInstant(context, first)
      : shownInstant(context, first.at, first.precision);
  const duration = durationOfIncident(context, incident);
  return {
    ...shownOf(context, incident),
    url: shownOf(context, incident).url!,
    severity: shownSeverity(context, incident),
    state: shownState(incident),
    nearMiss,
    services: services.map((id) => shownEntry(context, "service", id)),
    began,
    ...(duration === undefined ? {} : { duration }),
  };
}

/** The year that an incident is listed under. */
export function yearOf(row: IncidentRow): string {
  return row.began.iso.slice(0, 4);
}

function durationOfIncident(context: ViewContext, incident: Entry<"incident">): string | undefined {
  const restored = timeToRestore(incident.data);
  if (restored !== undefined) return restored < 0 ? undefined : durationWords(restored);
  const detected = milestoneTime(incident.data, "detected");
  if (incident.data.milestones.resolved !== undefined || detected === undefined || detected > context.now)
    return undefined;
  return `${durationWords(context.now - detected)} so far`;
}

/** Newest first, by the instant at which they were noticed. */
export function newestFirst(incidents: readonly Entry<"incident">[]): Entry<"incident">[] {
  return incidents
    .map((incident) => ({ incident, at: detectedAt(incident) }))
    .sort((a, b) => b.at - a.at || (a.incident.id < b.incident.id ? 1 : -1))
    .map(({ incident }) => incident);
}

function detectedAt(incident: Entry<"incident">): number {
  return milestoneTime(incident.data, "detected") ?? 0;
}
