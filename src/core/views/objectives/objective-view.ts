import type { Chart } from "../../charts/chart.ts";
import type { NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { burnRate } from "../../reliability/objectives/burn-rate.ts";
import { type ErrorBudget, errorBudget } from "../../reliability/objectives/error-budget.ts";
import { type Exhaustion, exhaustion } from "../../reliability/objectives/exhaustion.ts";
import { crossedLine, lookBacks } from "../../reliability/objectives/look-backs.ts";
import { dateIn } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { dateWords } from "../../words/instant-words.ts";
import { lengthWords } from "../../words/length-words.ts";
import { keptWords, shareWords } from "../../words/share-words.ts";
import { addressOfMeasure } from "../figures/figure-addresses.ts";
import type { Shown, ShownState } from "../shown.ts";
import { href, shownEntry, type ViewContext } from "../view-context.ts";
import { burnDownFor } from "./burn-down-for.ts";
import { measuredWords } from "./measured-words.ts";

/** What is left of a budget as a bar: how long it is in thousandths, and a word and a shape for what that means. */
export interface BudgetBar {
  readonly left: number;
  readonly state: ShownState;
  readonly words: string;
}

/** One objective as a row: what is promised, how it stands, and how long the budget lasts. */
export interface ObjectiveRow {
  /** Unique on a page. */
  readonly id: string;
  readonly name: string;
  readonly owner: Shown;
  readonly target: string;
  readonly window: string;
  readonly weighting: string;
  readonly source: string;
  readonly indicator?: string;
  /** Absent where nothing has elapsed. */
  readonly availability?: string;
  /** What a monitoring system measured, and what is from elsewhere, in a sentence. */
  readonly measured?: string;
  readonly budget: string;
  readonly spent: string;
  readonly bar: BudgetBar;
  /** When it is or will be spent, in a sentence. */
  readonly exhaustion: string;
  readonly burn: readonly { readonly over: string; readonly rate: string }[];
  /** The burn line that it is above. */
  readonly alarm?: string;
  /** Where burn rates are explained. */
  readonly burnUrl: string;
}

/** One objective with everything behind it. */
export interface ObjectiveView {
  readonly row: ObjectiveRow;
  readonly weightings: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly downtime: string;
    readonly availability?: string;
    readonly left: string;
  }[];
  readonly spentBy: readonly { readonly incident: Shown; readonly time: string; readonly share: string }[];
  /** What was measured and no incident tells of. */
  readonly unrecorded?: { readonly time: string; readonly share: string };
  readonly chart: Chart;
}

const WEIGHTINGS = ["outages", "weighted", "any-impact"] as const;

/** One objective with everything behind it. */
export function objectiveView(context: ViewContext, commitment: NamedCommitment): ObjectiveView {
  const { projection, now } = context;
  const budget = errorBudget(projection, commitment, now);
  return {
    row: objectiveRow(context, commitment, budget),
    weightings: WEIGHTINGS.map((name) => {
      const other = name === budget.weighting ? budget : errorBudget(projection, commitment, now, name);
      return {
        name,
        chosen: name === budget.weighting,
        downtime: durationWords(other.downtime),
        ...(other.availability === undefined ? {} : { availability: keptWords(other.availability) }),
        left: leftWords(other),
      };
    }),
    spentBy: budget.spentBy.map(({ incident, milliseconds }) => ({
      incident: shownEntry(context, "incident", incident),
      ...spentWords(milliseconds),
    })),
    ...(budget.unrecorded > 0 ? { unrecorded: spentWords(budget.unrecorded) } : {}),
    chart: burnDownFor(context, commitment, budget),
  };

  function spentWords(milliseconds: number) {
    return {
      time: durationWords(milliseconds),
      share: `${Math.round((milliseconds / budget.budget) * 100)} %`,
    };
  }
}

/** One objective as a row. */
export function objectiveRow(
  context: ViewContext,
  commitment: NamedCommitment,
  budget: ErrorBudget = errorBudget(context.projection, commitment, context.now),
): ObjectiveRow {
  const { projection, now } = context;
  const { objective, owner, of } = commitment;
  const { policies } = projection.site;
  const rates = new Map(
    lookBacks(policies).map((over) => [over, burnRate(projection, commitment, over, now)]),
  );
  const alarm = crossedLine(policies, objective.critical, (over) => rates.get(over));
  const measured = measuredWords(context, commitment);
  return {
    id: idOf(commitment),
    name: objective.name ?? objective.id,
    owner: of === "service" ? shownEntry(context, "service", owner) : { id: owner, title: commitment.name },
    target: shareWords(objective.target),
    window:
      "rolling" in objective.window
        ? `over ${lengthWords(objective.window.rolling)}`
        : `each ${objective.window.calendar}`,
    weighting: budget.weighting,
    source: objective.source === "incidents" ? "incident records" : objective.source,
    ...(objective.indicator === undefined ? {} : { indicator: objective.indicator }),
    ...(budget.availability === undefined ? {} : { availability: keptWords(budget.availability) }),
    ...(measured === undefined ? {} : { measured }),
    budget: durationWords(budget.budget),
    spent: durationWords(budget.downtime),
    bar: budgetBar(budget),
    exhaustion: exhaustionWords(context, exhaustion(projection, commitment, now, budget)),
    burn: [...rates].map(([over, rate]) => ({
      over: lengthWords(over),
      rate: rate === undefined ? "maintenance" : `${rateWords(rate)} ×`,
    })),
    ...(alarm === undefined
      ? {}
      : {
          alarm: `Burns above ${alarm.rate} × over ${lengthWords(alarm.long)}${alarm.short === undefined ? "" : ` and ${lengthWords(alarm.short)}`}`,
        }),
    burnUrl: href(context, addressOfMeasure("burn-rate")),
  };
}

/** The anchor of an objective on a page that shows it. */
export function idOf({ of, owner, objective }: NamedCommitment): string {
  return `objective-${of === "service" ? "" : "journey-"}${owner}-${objective.id}`;
}

/** What is left as a bar; an overspent budget has none and says by how much. */
export function budgetBar(budget: ErrorBudget): BudgetBar {
  const { leftShare } = budget;
  const state: ShownState =
    leftShare <= 0
      ? { id: "outage", word: "Spent, releases frozen", shape: "■" }
      : leftShare < 0.25
        ? { id: "degraded", word: "Little left", shape: "▲" }
        : { id: "fine", word: "Within budget", shape: "✓" };
  return { left: Math.round(Math.max(0, leftShare) * 1000), state, words: leftWords(budget) };
}

function leftWords({ left, leftShare }: ErrorBudget): string {
  return left < 0
    ? `overspent by ${durationWords(-left)}`
    : `${durationWords(left)} left, ${Math.floor(leftShare * 100)} %`;
}

function exhaustionWords({ projection }: ViewContext, end: Exhaustion): string {
  const day = (at: number) => dateWords(dateIn(at, projection.site.timeZone));
  if (end.kind === "spent") return `Spent since ${day(end.since)}.`;
  if (end.kind === "at") return `Spent on ${day(end.at)} if it goes on as in the last three days.`;
  return "Not in sight at the rate of the last three days.";
}

function rateWords(rate: number): string {
  return rate === 0 ? "0" : rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}
