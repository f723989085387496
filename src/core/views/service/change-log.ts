import { type Change, changesOfService } from "../../knowledge-base/changes-between.ts";
import { type ChangeRow, changeRow } from "../change-row.ts";
import type { Shown } from "../shown.ts";
import { shownEntry, type ViewContext } from "../view-context.ts";

/** How many changes the page of a service lists. */
const SHOWN = 10;

/** The newest changes of a service, and how many its logs hold. */
export interface ChangeLogView {
  readonly total: number;
  readonly changes: readonly LoggedChange[];
}

/** One change of a service, and the incidents that name it as what set them off. */
export interface LoggedChange extends ChangeRow {
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
      .map((change) => loggedChange(context, change, service)),
  };
}

function loggedChange(context: ViewContext, change: Change, service: string): LoggedChange {
  const named = (context.projection.look.incidentsOf.get(service) ?? []).filter(({ data }) =>
    data.causedBy.includes(change.id),
  );
  return {
    ...changeRow(context, change),
    incidents: named.map(({ id }) => shownEntry(context, "incident", id)),
  };
}
