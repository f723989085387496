import type { Change } from "../knowledge-base/changes-between.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { shownInstant, shownOwner, type ViewContext } from "./view-context.ts";

/** What every list of changes says of one. */
export interface ChangeRow {
  readonly id: string;
  readonly what: string;
  readonly kind: string;
  readonly at: ShownInstant;
  /** `rolled back` or `failed`; absent where it is live. */
  readonly outcome?: string;
  readonly who?: string;
  readonly url?: string;
}

/** One change as a row. */
export function changeRow(context: ViewContext, change: Change): ChangeRow {
  const who = shownOwner(context, change.who)?.title;
  return {
    id: change.id,
    what: change.what,
    kind: change.kind,
    at: shownInstant(context, change.at),
    ...(change.outcome === "live" ? {} : { outcome: change.outcome.replace("-", " ") }),
    ...(who === undefined ? {} : { who }),
    ...(change.url === undefined ? {} : { url: change.url }),
  };
}
