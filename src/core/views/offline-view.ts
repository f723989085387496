import { addressOf } from "../addresses.ts";
import type { Shown } from "./shown.ts";
import { href, type ViewContext } from "./view-context.ts";

/** What is shown offline in the place of a page that is not on the device. */
export interface OfflineView {
  /** All runbooks; the page shows those that are kept. */
  readonly runbooks: readonly Shown[];
}

/** The page that says that another is not kept here. */
export function offlineView(context: ViewContext): OfflineView {
  return {
    runbooks: context.projection.runbooks.map(({ id, data }) => ({
      id,
      title: data.title,
      url: href(context, addressOf("runbook", id)),
    })),
  };
}
