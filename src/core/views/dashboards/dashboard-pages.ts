import { latePage, type Page } from "../page.ts";
import type { ViewContext } from "../view-context.ts";
import { EXECUTIVE_PAGE, ON_CALL_DASHBOARD } from "./dashboard-addresses.ts";
import { executiveView } from "./executive-view.ts";
import { onCallDashboard } from "./on-call-view.ts";

/** The dashboards of a role; that of a service is its page. Outsiders have the status page instead. */
export function* dashboardPages(context: ViewContext): Generator<Page> {
  if (!context.projection.reader.internal) return;
  yield latePage({ path: EXECUTIVE_PAGE, template: "executive", title: "Executive dashboard" }, () =>
    executiveView(context),
  );
  yield latePage({ path: ON_CALL_DASHBOARD, template: "on-call-dashboard", title: "On-call dashboard" }, () =>
    onCallDashboard(context),
  );
}
