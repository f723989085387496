import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import type { ViewContext } from "./view-context.ts";

/** All incidents, by year, newest first. */
export interface IncidentListView {
  readonly count: number;
  readonly open: readonly IncidentRow[];
  readonly years: readonly { readonly year: string; readonly incidents: readonly IncidentRow[] }[];
}

/** The page of all incidents. */
export function incidentListView(context: ViewContext): IncidentListView {
  const rows = newestFirst(context.projection.incidents).map((incident) => incidentRow(context, incident));
  const ended = rows.filter(({ state }) => state.id === "resolved");
  const years = [...new Set(ended.map(yearOf))];
  return {
    count: rows.length,
    open: rows.filter(({ state }) => state.id !== "resolved"),
    years: years.map((year) => ({ year, incidents: ended.filter((row) => yearOf(row) === year) })),
  };
}

function yearOf(row: IncidentRow): string {
  return row.began.iso.slice(0, 4);
}
