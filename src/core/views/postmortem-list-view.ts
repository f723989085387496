import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import { epochOf } from "../time.ts";
import { type Facet, type FacetValues, facetsOf, factsOf } from "./facets.ts";
import { yearOf } from "./incident-row.ts";
import { LIST_FILES } from "./list-file-addresses.ts";
import { incidentsOf, type PostmortemRow, postmortemRow } from "./postmortem-view.ts";
import { POSTMORTEM_STATES, type Shown, type ShownSeverity } from "./shown.ts";
import { href, shownTerm, type ViewContext } from "./view-context.ts";

/** One postmortem on the page of all: what its row shows, what it is narrowed by, and what it is sorted by. */
export interface ListedPostmortem extends PostmortemRow {
  readonly facts: string;
  /** The worst severity of its incidents, and its rank, 1 for the worst. */
  readonly severity?: ShownSeverity;
  readonly rank?: number;
  /** The day of its first incident, in days since 1970. */
  readonly day?: number;
  /** Place in the order of states, 1 for a draft. */
  readonly step: number;
}

/** The page of all postmortems, newest incident first. */
export interface PostmortemListView {
  /** Address of the same list as a file. */
  readonly csv: string;
  readonly facets: readonly Facet[];
  readonly postmortems: readonly ListedPostmortem[];
}

interface Listed {
  readonly entry: Entry<"postmortem">;
  readonly incidents: readonly Entry<"incident">[];
  readonly row: PostmortemRow;
}

/** The page of all postmortems. */
export function postmortemListView(context: ViewContext): PostmortemListView {
  const listed = listedPostmortems(context);
  const wanted = postmortemFacets(context);
  const facets = facetsOf(listed, wanted);
  return {
    csv: href(context, LIST_FILES.postmortems),
    facets,
    postmortems: listed.map((each) => ({
      ...each.row,
      facts: factsOf(each, facets, wanted),
      step: STATES.indexOf(each.entry.data.state) + 1,
      ...worstOf(context, each.row),
      ...dayOf(each.row),
    })),
  };
}

/** Every postmortem and its row, that of the newest incident first, without what the page of all narrows and sorts by. */
export function listedPostmortems(context: ViewContext): Listed[] {
  return context.projection.postmortems
    .map((entry) => ({
      entry,
      incidents: incidentsOf(context, entry),
      row: postmortemRow(context, entry),
    }))
    .sort((a, b) => compare(when(b.row), when(a.row)) || compare(a.row.id, b.row.id));
}

const DAY = 86_400_000;
const STATES = Object.keys(POSTMORTEM_STATES);

/** The worst severity of its incidents. */
export function worstOf(
  context: ViewContext,
  { incidents }: PostmortemRow,
): Pick<ListedPostmortem, "severity" | "rank"> {
  const ranks = context.projection.taxonomy.severities.map(({ id }) => id);
  const [severity] = incidents
    .map((incident) => incident.severity)
    .sort((a, b) => ranks.indexOf(a.id) - ranks.indexOf(b.id));
  return severity === undefined ? {} : { severity, rank: ranks.indexOf(severity.id) + 1 };
}

function dayOf({ incidents: [first] }: PostmortemRow): Pick<ListedPostmortem, "day"> {
  if (first === undefined) return {};
  return { day: Math.round(epochOf(`${first.began.iso.slice(0, 10)}T00:00:00Z`) / DAY) };
}

/** The ways to narrow the list of postmortems; those of their incidents count for them. */
function postmortemFacets(context: ViewContext): FacetValues<Listed>[] {
  const { taxonomy } = context.projection;
  return [
    {
      name: "state",
      title: "State",
      of: ({ row }) => [{ id: row.state.id, title: row.state.word }],
      order: Object.values(POSTMORTEM_STATES).map(({ id }) => id),
    },
    {
      name: "severity",
      title: "Severity",
      of: ({ row }) =>
        distinct(
          row.incidents.map(({ severity: { id, name, url } }) => ({ id, title: `${id} · ${name}`, url })),
        ),
      order: taxonomy.severities.map(({ id }) => id),
    },
    {
      name: "service",
      title: "Service",
      of: ({ row }) => distinct(row.incidents.flatMap(({ services }) => services)),
    },
    {
      name: "factor",
      title: "Factor",
      of: ({ incidents }) =>
        distinct(
          incidents
            .flatMap(({ data }) => factorsOf(data))
            .map((factor) => shownTerm(context, "factors", factor)),
        ),
    },
    {
      name: "year",
      title: "Year",
      of: ({ row }) => distinct(row.incidents.map(yearOf).map((year) => ({ id: year, title: year }))),
      order: "newest",
    },
  ];
}

function distinct(all: readonly Shown[]): Shown[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** When its first incident began; one without is ordered by its own id, which begins with a day as well. */
function when(row: PostmortemRow): string {
  return row.incidents[0]?.began.iso ?? row.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
