import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import type { FacetValues } from "./facets.ts";
import { type IncidentRow, yearOf } from "./incident-row.ts";
import { INCIDENT_STATES } from "./shown.ts";
import { shownEntry, shownTerm, type ViewContext } from "./view-context.ts";

/** An incident and its row. */
export interface ListedEntry {
  readonly entry: Entry<"incident">;
  readonly row: IncidentRow;
}

/** The ways to narrow the list of incidents. */
export function incidentFacets(context: ViewContext): FacetValues<ListedEntry>[] {
  const { taxonomy } = context.projection;
  const terms = (vocabulary: "layers" | "triggers" | "detectionSources", ids: readonly string[]) =>
    ids.map((id) => shownTerm(context, vocabulary, id));
  return [
    {
      name: "severity",
      title: "Severity",
      of: ({ row }) => [
        { id: row.severity.id, title: `${row.severity.id} · ${row.severity.name}`, url: row.severity.url },
      ],
      order: taxonomy.severities.map(({ id }) => id),
    },
    {
      name: "service",
      title: "Service",
      of: ({ row }) => row.services,
    },
    { name: "layer", title: "Layer", of: ({ entry: { data } }) => terms("layers", data.layers) },
    {
      name: "trigger",
      title: "Trigger",
      of: ({ entry: { data } }) => terms("triggers", data.trigger === undefined ? [] : [data.trigger]),
    },
    {
      name: "factor",
      title: "Factor",
      of: ({ entry: { data } }) => {
        return factorsOf(data).map((id) => shownTerm(context, "factors", id));
      },
    },
    {
      name: "detection",
      title: "Noticed by",
      of: ({ entry: { data } }) =>
        terms("detectionSources", data.detection === undefined ? [] : [data.detection.source]),
    },
    {
      name: "team",
      title: "Team",
      of: ({ entry: { data } }) => (data.team === undefined ? [] : [shownEntry(context, "team", data.team)]),
    },
    {
      name: "year",
      title: "Year",
      of: ({ row }) => [{ id: yearOf(row), title: yearOf(row) }],
      order: "newest",
    },
    {
      name: "state",
      title: "State",
      of: ({ row }) => [{ id: row.state.id, title: row.state.word }],
      order: Object.keys(INCIDENT_STATES),
    },
  ];
}
