import type { Chart } from "../../charts/chart.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { budgetsNow, tightestBar } from "../dashboards/service-health.ts";
import { calendarChart } from "../figures/calendar-chart.ts";
import { addressOfServiceFigures, serviceCsv } from "../figures/figure-addresses.ts";
import { figureBook } from "../figures/figure-book.ts";
import { type FigureRow, figureRow } from "../figures/figure-row.ts";
import { newestFirst } from "../incident-row.ts";
import { type BudgetBar, type ObjectiveView, objectiveView } from "../objectives/objective-view.ts";
import { href, type ViewContext } from "../view-context.ts";
import { type DashboardsAt, dashboardsAt } from "./dashboards-at.ts";
import { type DependencyMap, dependencyMap } from "./dependency-map.ts";
import { type FactorsByLayer, factorsByLayer } from "./factors-by-layer.ts";

/** What a service's page says in numbers: it is the dashboard of whoever looks after the service. */
export interface ServiceNumbers {
  readonly figuresUrl: string;
  readonly figures: readonly FigureRow[];
  readonly budget?: BudgetBar & { readonly url: string };
  readonly objectives: readonly ObjectiveView[];
  readonly calendar: Chart;
  readonly factors?: FactorsByLayer;
  readonly map?: DependencyMap;
  readonly dashboardsAt: readonly DashboardsAt[];
}

const SHOWN = ["frequency", "time-to-detect", "time-to-restore", "downtime"];
/** Dashboards forget; older incidents are beyond what most of them keep. */
const MOST_INCIDENTS = 5;

/** The numbers of one service over the twelve months up to now. */
export function serviceNumbers(context: ViewContext, service: Entry<"service">): ServiceNumbers {
  const { projection } = context;
  const { internal } = projection.reader;
  const { period, ofService } = figureBook(context);
  const incidents = newestFirst(projection.look.incidentsOf.get(service.id) ?? []);
  const recent = incidents.filter((incident) => {
    const began = beganAt(incident);
    return period.from <= began && began < period.to;
  });
  const page = href(context, addressOfServiceFigures(service.id));
  const budget = tightestBar(context, service.id);
  const factors = factorsByLayer(context, recent);
  const map = dependencyMap(context, service, period);
  return {
    figuresUrl: page,
    figures: ofService(service.id)
      .filter(({ measure }) => SHOWN.includes(measure.id))
      .map((figure) => figureRow(figure, `${page}#${figure.measure.id}`, internal)),
    ...(budget === undefined ? {} : { budget }),
    objectives: budgetsNow(context)
      .filter(({ commitment: { of, owner } }) => of === "service" && owner === service.id)
      .map(({ commitment }) => objectiveView(context, commitment)),
    calendar: calendarChart(context, recent, period, serviceCsv(service.id)),
    ...(factors === undefined ? {} : { factors }),
    ...(map === undefined ? {} : { map }),
    dashboardsAt: dashboardsAt(context, service, recent.slice(0, MOST_INCIDENTS)),
  };
}
