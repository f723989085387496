import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { scopeOf } from "../../reliability/measures/slices.ts";
import { burnRate } from "../../reliability/objectives/burn-rate.ts";
import { PRESENT_RATE } from "../../reliability/objectives/exhaustion.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { lengthWords } from "../../words/length-words.ts";
import { rangeWords } from "../../words/range-words.ts";
import type { Trend } from "../../words/trend-words.ts";
import { addressOfMeasure } from "../figures/figure-addresses.ts";
import { figureBook } from "../figures/figure-book.ts";
import { type FigureRow, figureRow } from "../figures/figure-row.ts";
import { periodWords } from "../figures/period-words.ts";
import { trendOf } from "../figures/trend-of.ts";
import { type LegalDuty, shownExposure } from "../incident/legal-duties.ts";
import { type IncidentRow, incidentRow, newestFirst } from "../incident-row.ts";
import { type ObjectiveRow, objectiveRow } from "../objectives/objective-view.ts";
import { urlOf } from "../objectives/objectives-view.ts";
import type { Shown } from "../shown.ts";
import { href, shownNow, shownOf, type ViewContext } from "../view-context.ts";
import { openImpact } from "./open-impact.ts";
import { type BudgetNow, budgetsNow } from "./service-health.ts";

/** What those who steer look at: are the promises kept, what is open, what did it cost, what is due, what changed. */
export interface ExecutiveView {
  readonly asOf: ShownInstant;
  readonly period: string;
  readonly objectives: { readonly kept: number; readonly all: number };
  readonly missed: readonly (ObjectiveRow & { readonly url: string })[];
  readonly budgets: readonly (ObjectiveRow & { readonly url: string; readonly pace: string })[];
  /** The gravest three that are open, with what they have hurt so far. */
  readonly open: readonly (IncidentRow & { readonly impact: string })[];
  readonly openCount: number;
  readonly costly: readonly { readonly incident: IncidentRow; readonly revenue: string }[];
  readonly cost: FigureRow | undefined;
  readonly duties: readonly { readonly incident: Shown; readonly duty: LegalDuty }[];
  /** What twelve months say against the twelve before, in words. */
  readonly statements: readonly { readonly row: FigureRow; readonly trend: Trend }[];
}

const STATED = ["frequency", "time-to-detect", "time-to-restore", "repeats", "time-to-close"];

/** The dashboard of those who steer. */
export function executiveView(context: ViewContext): ExecutiveView {
  const { projection, now } = context;
  const book = figureBook(context);
  const budgets = [...budgetsNow(context)].sort((a, b) => a.budget.leftShare - b.budget.leftShare);
  const isKept = ({ commitment, budget }: BudgetNow) =>
    budget.availability === undefined || budget.availability >= commitment.objective.target;
  const row = ({ commitment, budget }: BudgetNow) => ({
    ...objectiveRow(context, commitment, budget),
    url: urlOf(context, commitment),
  });
  const figures = new Map(book.overall.map((figure) => [figure.measure.id, figure]));
  const { incidents } = scopeOf(projection, book.period, now);
  const open = newestFirst(projection.incidents).filter(isOpen);
  return {
    asOf: shownNow(context),
    period: periodWords(context, book.period),
    objectives: { kept: budgets.filter(isKept).length, all: budgets.length },
    missed: budgets.filter((each) => !isKept(each)).map(row),
    budgets: tightestByOwner(budgets).map((each) => {
      const rate = burnRate(projection, each.commitment, PRESENT_RATE, now);
      return {
        ...row(each),
        pace: rate === undefined ? "" : `${rate.toFixed(1)} × over ${lengthWords(PRESENT_RATE)}`,
      };
    }),
    open: open
      .map((incident) => ({ incident, weight: incidentRow(context, incident).severity.weight }))
      .sort((a, b) => a.weight - b.weight)
      .slice(0, 3)
      .map(({ incident }) => ({
        ...incidentRow(context, incident),
        impact: openImpact(context, incident),
      })),
    openCount: open.length,
    costly: newestFirst(incidents)
      .flatMap((incident) => {
        const revenue = incident.data.cost?.revenue;
        return revenue === undefined ? [] : [{ incident, revenue }];
      })
      .sort((a, b) => b.revenue.high - a.revenue.high)
      .slice(0, 10)
      .map(({ incident, revenue }) => ({
        incident: incidentRow(context, incident),
        revenue: `${rangeWords(revenue)} ${revenue.currency}`,
      })),
    cost: rowOf("cost"),
    duties: dutiesOf(context, projection.incidents),
    statements: STATED.flatMap((id) => {
      const figure = figures.get(id);
      const trend = figure && trendOf(context, figure);
      return trend === undefined ? [] : [{ row: rowOf(id)!, trend }];
    }),
  };

  function rowOf(id: string): FigureRow | undefined {
    const figure = figures.get(id);
    return figure && figureRow(figure, href(context, addressOfMeasure(id)), true);
  }
}

/** The budget with the least left of each service and journey. */
function tightestByOwner(budgets: readonly BudgetNow[]): BudgetNow[] {
  const seen = new Set<string>();
  return budgets.filter(({ commitment: { of, owner } }) => {
    const key = `${of} ${owner}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isOpen({ data }: Entry<"incident">): boolean {
  return data.milestones.resolved === undefined && !data.nearMiss;
}

/** Authorities that have not been told, soonest first. */
function dutiesOf(
  context: ViewContext,
  incidents: readonly Entry<"incident">[],
): readonly { readonly incident: Shown; readonly duty: LegalDuty }[] {
  return incidents
    .filter(({ data }) => data.exposure?.notifications.some(({ sent }) => sent === undefined))
    .flatMap((incident) =>
      (shownExposure(context, incident)?.duties ?? [])
        .filter(({ sent }) => sent === undefined)
        .map((duty) => ({ incident: shownOf(context, incident), duty })),
    )
    .sort((a, b) => (a.duty.due.iso < b.duty.due.iso ? -1 : 1));
}
