import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { epochOf } from "../time.ts";
import { type Facet, type FacetValues, facetsOf, factsOf } from "./facets.ts";
import { LIST_FILES } from "./list-file-addresses.ts";
import { type RunbookRow, runbookRow } from "./runbook-view.ts";
import type { ShownState } from "./shown.ts";
import { href, shownOwner, type ViewContext } from "./view-context.ts";

/** One runbook on the page of all: what its row shows, what it is narrowed by, and what it is sorted by. */
export interface ListedRunbook extends RunbookRow {
  readonly facts: string;
  /** What its last verification is worth, in two words. */
  readonly standing?: ShownState;
  /** The day of its last verification, and that day in days since 1970. */
  readonly verifiedOn?: string;
  readonly verifiedDay?: number;
}

/** The page of all runbooks and playbooks. */
export interface RunbookListView {
  /** Address of the same list as a file. */
  readonly csv: string;
  readonly facets: readonly Facet[];
  readonly count: number;
  /** Whether this reader is told of verifications. */
  readonly verifications: boolean;
  readonly runbooks: readonly ListedRunbook[];
  readonly playbooks: readonly ListedRunbook[];
}

interface Listed {
  readonly entry: Entry<"runbook">;
  readonly row: RunbookRow;
}

/** The page of all runbooks. */
export function runbookListView(context: ViewContext): RunbookListView {
  const listed = context.projection.runbooks.map((entry) => ({ entry, row: runbookRow(context, entry) }));
  const wanted = runbookFacets(context);
  const facets = facetsOf(listed, wanted);
  const rows = listed.map((each): ListedRunbook => {
    const standing = standingOf(each.row);
    const day = each.entry.data.verified?.on;
    return {
      ...each.row,
      facts: factsOf(each, facets, wanted),
      ...(standing === undefined ? {} : { standing }),
      ...(day === undefined
        ? {}
        : { verifiedOn: day, verifiedDay: Math.round(epochOf(`${day}T00:00:00Z`) / 86_400_000) }),
    };
  });
  return {
    csv: href(context, LIST_FILES.runbooks),
    facets,
    count: rows.length,
    verifications: context.projection.reader.internal,
    runbooks: rows.filter(({ kind }) => kind === "runbook"),
    playbooks: rows.filter(({ kind }) => kind === "playbook"),
  };
}

/** A text that is another than the one that was verified comes before the age of the verification. */
function standingOf({ changed, freshness }: RunbookRow): ShownState | undefined {
  return changed ? { ...changed, word: "Changed since" } : freshness;
}

/** The ways to narrow the list of runbooks. */
function runbookFacets(context: ViewContext): FacetValues<Listed>[] {
  return [
    {
      name: "kind",
      title: "Kind",
      of: ({ row: { kind } }) => [{ id: kind, title: kind === "runbook" ? "Runbook" : "Playbook" }],
    },
    { name: "service", title: "Service", of: ({ row }) => row.services },
    {
      name: "owner",
      title: "Owner",
      of: ({ entry }) => {
        const owner = shownOwner(context, entry.data.owner);
        return owner === undefined ? [] : [owner];
      },
    },
    {
      name: "verification",
      title: "Verification",
      of: ({ row }) => {
        const standing = standingOf(row);
        return standing === undefined
          ? []
          : [{ id: row.changed ? "changed" : standing.id, title: standing.word }];
      },
      order: ["changed", "never", "stale", "fresh"],
    },
  ];
}
