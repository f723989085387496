import { burnDownChart } from "../../charts/burn-down-chart.ts";
import type { Chart } from "../../charts/chart.ts";
import type { NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { burnDown } from "../../reliability/objectives/burn-down.ts";
import type { ErrorBudget } from "../../reliability/objectives/error-budget.ts";
import { dateIn, instantOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { dateWords } from "../../words/instant-words.ts";
import { href, shownInstant, type ViewContext } from "../view-context.ts";
import { BURN_DOWN_CSV } from "./objective-addresses.ts";
import { idOf } from "./objective-view.ts";

const MOST_ROWS = 40;

/** The burn-down of an objective's present window. */
export function burnDownFor(context: ViewContext, commitment: NamedCommitment, budget: ErrorBudget): Chart {
  const { projection, now } = context;
  const { timeZone } = projection.site;
  const points = burnDown(projection, commitment, now);
  const spenders = budget.spentBy.length;
  const chart = {
    id: `${idOf(commitment)}-chart`,
    title: `Burn-down of ${commitment.objective.name ?? commitment.objective.id}`,
    unit: "share of the error budget that is left",
    n: spenders === 1 ? "1 incident spent" : `${spenders} incidents spent`,
    columns: [
      { title: "At", number: false },
      { title: "Left", number: true },
    ],
    rows: points.slice(-MOST_ROWS).map(({ at, leftShare }) => {
      const { day, utc } = shownInstant(context, instantOf(at));
      return [
        { text: `${day}${utc === undefined ? "" : `, ${utc}`}` },
        { text: `${(leftShare * 100).toFixed(1)} %` },
      ];
    }),
    more: Math.max(0, points.length - MOST_ROWS),
    download: href(context, BURN_DOWN_CSV),
  };
  if (points.length === 0)
    return { ...chart, sentence: "No data: maintenance fills the window, so there is no budget." };
  return {
    ...chart,
    drawing: burnDownChart(points, budget.window, (at) =>
      dateWords(dateIn(at, timeZone)).replace(/ \d{4}$/, ""),
    ),
    sentence:
      budget.downtime === 0
        ? `Nothing of ${durationWords(budget.budget)} was spent.`
        : `${durationWords(budget.downtime)} of ${durationWords(budget.budget)} spent, ${budget.weighting} weighting.${measuredOnly(budget)}`,
  };
}

function measuredOnly({ unrecorded }: ErrorBudget): string {
  return unrecorded > 0
    ? ` ${durationWords(unrecorded)} of it was measured and stands in no incident record.`
    : "";
}
