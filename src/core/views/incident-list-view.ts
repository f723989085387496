import { milestoneTime } from "../reliability/milestone-time.ts";
import { timeToRestore } from "../reliability/time-to-restore.ts";
import type { Incident } from "../schemas/incident.ts";
import { epochOf } from "../time.ts";
import { type Facet, facetsOf, factsOf } from "./facets.ts";
import { incidentFacets, type ListedEntry } from "./incident-facets.ts";
import { type IncidentRow, incidentRow, newestFirst, yearOf } from "./incident-row.ts";
import { LIST_FILES } from "./list-file-addresses.ts";
import { href, type ViewContext } from "./view-context.ts";

/** One incident on the page of all: what its row shows, what it is narrowed by, and what it is sorted by. */
export interface ListedIncident extends IncidentRow {
  readonly facts: string;
  /** Rank of the severity, 1 for the worst. */
  readonly rank: number;
  /** When it began, in minutes since 1970. */
  readonly minute: number;
  /** Time to restore in minutes; absent where unknown or not over. */
  readonly minutes?: number;
}

/** All incidents, by year, newest first. */
export interface IncidentListView {
  /** Address of the same list as a file. */
  readonly csv: string;
  readonly count: number;
  readonly facets: readonly Facet[];
  readonly open: readonly ListedIncident[];
  readonly years: readonly { readonly year: string; readonly incidents: readonly ListedIncident[] }[];
}

/** The page of all incidents. */
export function incidentListView(context: ViewContext): IncidentListView {
  const entries = listedIncidents(context);
  const wanted = incidentFacets(context);
  const facets = facetsOf(entries, wanted);
  const rows = entries.map((each) => ({
    ...each.row,
    facts: factsOf(each, facets, wanted),
    ...sortKeys(context, each),
  }));
  const ended = rows.filter(({ state }) => state.id === "resolved");
  const years = [...new Set(ended.map(yearOf))];
  return {
    csv: href(context, LIST_FILES.incidents),
    count: rows.length,
    facets,
    open: rows.filter(({ state }) => state.id !== "resolved"),
    years: years.map((year) => ({ year, incidents: ended.filter((row) => yearOf(row) === year) })),
  };
}

/** Every incident and its row, newest first, without what the page of all narrows and sorts by. */
export function listedIncidents(context: ViewContext): ListedEntry[] {
  return newestFirst(context.projection.incidents).map((entry) => ({
    entry,
    row: incidentRow(context, entry),
  }));
}

function sortKeys(
  context: ViewContext,
  { entry, row }: ListedEntry,
): Pick<ListedIncident, "rank" | "minute" | "minutes"> {
  const ranks = context.projection.taxonomy.severities.map(({ id }) => id);
  const began = milestoneTime(entry.data, "started") ?? milestoneTime(entry.data, "detected");
  const minutes = minutesToRestore(entry.data);
  return {
    rank: ranks.includes(row.severity.id) ? ranks.indexOf(row.severity.id) + 1 : ranks.length + 1,
    minute: Math.round((began ?? epochOf(`${row.began.iso.slice(0, 10)}T00:00:00Z`)) / 60_000),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

/** Time to restore in whole minutes. */
export function minutesToRestore(incident: Incident): number | undefined {
  const restored = timeToRestore(incident);
  return restored === undefined || restored < 0 ? undefined : Math.round(restored / 60_000);
}
