import type { Change } from "../../knowledge-base/changes-between.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import type { Shown } from "../shown.ts";
import { shownEntry, shownInstant, shownOwner, type ViewContext } from "../view-context.ts";

/** One change on a list. */
export interface ChangeRow {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  readonly at: ShownInstant;
  readonly services: readonly Shown[];
  readonly who?: string;
  readonly outcome?: string;
  readonly url?: string;
}

/** One change as a row. */
export function changeRow(context: ViewContext, change: Change): ChangeRow {
  const who = change.who === undefined ? undefined : shownOwner(context, change.who)?.title;
  return {
    id: change.id,
    what: change.what,
    kind: change.kind,
    at: shownInstant(context, change.at),
    services: change.services.map((service) => shownEntry(context, "service", service)),
    ...(who === undefined ? {} : { who }),
    ...(change.outcome === "live" ? {} : { outcome: change.outcome.replace("-", " ") }),
    ...(change.url === undefined ? {} : { url: change.url }),
  };
}
