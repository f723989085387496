import { allActionItems } from "../action-items/all-action-items.ts";
import { isOverdue, isUnfinished } from "../action-items/is-overdue.ts";
import { dateIn } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { tightestBar } from "./dashboards/service-health.ts";
import { type NextUpdate, nextUpdate } from "./incident/next-update.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import type { BudgetBar } from "./objectives/objective-view.ts";
import { postmortemListView } from "./postmortem-list-view.ts";
import type { PostmortemRow } from "./postmortem-view.ts";
import { type ServiceRow, serviceRow } from "./service-view.ts";
import { shownNow, type ViewContext } from "./view-context.ts";

/** What the first page shows: what is open, what is late, what was learned, how each service is. */
export interface HomeView {
  readonly asOf: ShownInstant;
  readonly open: readonly (IncidentRow & { readonly nextUpdate?: NextUpdate })[];
  readonly overdue: readonly ActionItemRow[];
  readonly dueSoon: readonly ActionItemRow[];
  readonly lessons: readonly PostmortemRow[];
  readonly services: readonly (ServiceRow & { readonly budget?: BudgetBar & { readonly url: string } })[];
  readonly recent: readonly IncidentRow[];
}

const WEEK = 7 * 86_400_000;

/** The first page. */
export function homeView(context: ViewContext): HomeView {
  const { projection, now } = context;
  const zone = projection.site.timeZone;
  const incidents = newestFirst(projection.incidents);
  const items = allActionItems(projection).filter(
    ({ item }) => isUnfinished(item, now, zone) && item.due !== undefined,
  );
  items.sort((a, b) => (`${a.item.due} ${a.item.id}` < `${b.item.due} ${b.item.id}` ? -1 : 1));
  const soon = dateIn(now + WEEK, zone);
  const overdue = items.filter(({ item }) => isOverdue(item, now, zone));
  const dueSoon = items.filter(
    (placed) =>
      !overdue.includes(placed) && placed.item.due! <= soon && placed.item.due! >= dateIn(now, zone),
  );
  return {
    asOf: shownNow(context),
    open: incidents
      .filter(({ data }) => data.milestones.resolved === undefined)
      .map((incident) => ({
        ...incidentRow(context, incident),
        ...withPromise(nextUpdate(context, incident)),
      })),
    overdue: projection.reader.internal ? overdue.map((placed) => actionItemRow(context, placed)) : [],
    dueSoon: projection.reader.internal ? dueSoon.map((placed) => actionItemRow(context, placed)) : [],
    lessons: postmortemListView(context)
      .postmortems.filter(({ lesson }) => lesson !== undefined)
      .slice(0, 5),
    services: projection.services.map((service) => {
      const budget = tightestBar(context, service.id);
      return { ...serviceRow(context, service), ...(budget === undefined ? {} : { budget }) };
    }),
    recent: incidents
      .filter(({ data }) => data.milestones.resolved !== undefined)
      .slice(0, 5)
      .map((incident) => incidentRow(context, incident)),
  };
}

function withPromise(promise: NextUpdate | undefined): { readonly nextUpdate?: NextUpdate } {
  return promise === undefined ? {} : { nextUpdate: promise };
}
