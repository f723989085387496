import { type Change, changesOfService } from "../../knowledge-base/changes-between.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import type { Shown } from "../shown.ts";
import { shownEntry, shownInstant, shownOwner, type ViewContext } from "../view-context.ts";

/** How many changes the page of a service lists. */
const SHOWN = 10;

/** The newest changes of a service, and how many its logs hold. */
export interface ChangeLogView {
  readonly total: number;
  readonly changes: readonly ChangeRow[];
}

/** One change of a service. */
export interface ChangeRow {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  readonly at: ShownInstant;
  /** `rolled back` or `failed`; absent where it is live. */
  readonly outcome?: string;
  readonly who?: string;
  readonly url?: string;
  /** Incidents that name it as what set them off. */
  readonly incidents: readonly Shown[];
}

/** The change log of a service, newest first; absent for outsiders and where nothing is recorded. */
export function changeLogOf(context: ViewContext, service: string): ChangeLogView | undefined {
  const changes = changesOfService(context.projection, service);
  if (!context.projection.reader.internal || changes.length === 0) return undefined;
  return {
    total: changes.length,
    changes: changes
      .slice(-SHOWN)
      .reverse()
      .map((change) => changeRow(context, change, service)),
  };
}

function changeRow(context: ViewContext, change: Change, service: string): ChangeRow {
  const who = shownOwner(context, change.who)?.title;
  const named = (context.projection.look.incidentsOf.get(service) ?? []).filter(({ data }) =>
    data.causedBy.includes(change.id),
  );
  return {
    id: change.id,
    what: change.what,
    kind: change.kind,
    at: shownInstant(context, change.at),
    ...(change.outcome === "live" ? {} : { outcome: change.outcome.replace("-", " ") }),
    ...(who === undefined ? {} : { who }),
    ...(change.url === undefined ? {} : { url: change.url }),
    incidents: named.map(({ id }) => shownEntry(context, "incident", id)),
  };
}
