import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { instantOf } from "../../time.ts";
import type { Shown } from "../shown.ts";
import { shownOf, type ViewContext } from "../view-context.ts";

/** The dashboards of a service as they looked around one incident. */
export interface DashboardsAt {
  readonly incident: Shown;
  readonly day: string;
  readonly dashboards: readonly { readonly title: string; readonly url: string }[];
}

const HALF_AN_HOUR = 1_800_000;

/** Links into the dashboards from half an hour before an incident to half an hour after it, or up to now. */
export function dashboardsAt(
  context: ViewContext,
  service: Entry<"service">,
  incidents: readonly Entry<"incident">[],
): DashboardsAt[] {
  const { dashboards } = service.data;
  if (dashboards.length === 0) return [];
  return incidents
    .map((incident) => {
      const end = milestoneTime(incident.data, "resolved");
      const from = instantOf(beganAt(incident) - HALF_AN_HOUR);
      const to = end === undefined ? "now" : instantOf(end + HALF_AN_HOUR);
      return {
        incident: shownOf(context, incident),
        day: from.slice(0, 10),
        dashboards: dashboards
          .filter(({ url }) => url.includes("{from}") || url.includes("{to}"))
          .map(({ title, url }) => ({
            title,
            url: url
              .replaceAll("{service}", encodeURIComponent(service.id))
              .replaceAll("{from}", encodeURIComponent(from))
              .replaceAll("{to}", encodeURIComponent(to)),
          })),
      };
    })
    .filter((each) => each.dashboards.length > 0);
}
