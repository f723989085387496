import { renderStatusHistory } from "./render-status-history.ts";
import { renderStatusPage } from "./render-status-page.ts";

/** Pages that are whole documents and stand in no frame, by the names that views know them by. */
export const documents: Readonly<Record<string, ((view: never) => string) | undefined>> = {
  status: renderStatusPage,
  "status-history": renderStatusHistory,
};
