import { allActionItems, type PlacedItem } from "../../action-items/all-action-items.ts";
import { isOverdue, isUnfinished } from "../../action-items/is-overdue.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { burnRate } from "../../reliability/objectives/burn-rate.ts";
import { PRESENT_RATE } from "../../reliability/objectives/exhaustion.ts";
import { dateIn } from "../../time.ts";
import { actionItemRow } from "../action-item-view.ts";
import { budgetsNow } from "../dashboards/service-health.ts";
import { incidentRow, newestFirst } from "../incident-row.ts";
import { budgetBar } from "../objectives/objective-view.ts";
import { urlOf } from "../objectives/objectives-view.ts";
import { POSTMORTEM_STATES } from "../shown.ts";
import { shownOf, type ViewContext } from "../view-context.ts";
import type { AgendaLine, AgendaPoint } from "./agenda.ts";

const WEEK = 7 * 86_400_000;

/** What every review begins with: what went wrong, what is late, what is left of the budgets. */
export function weeklyPoints(context: ViewContext, period: Interval): AgendaPoint[] {
  const { projection, now } = context;
  const zone = projection.site.timeZone;
  const items = allActionItems(projection).filter(({ item }) => isUnfinished(item, now, zone));
  const overdue = items.filter(({ item }) => isOverdue(item, now, zone)).sort(byDue);
  const soon = dateIn(now + WEEK, zone);
  const dueSoon = items
    .filter(({ item }) => item.due !== undefined && item.due >= dateIn(now, zone) && item.due <= soon)
    .sort(byDue);
  return [
    {
      id: "incidents",
      title: "Incidents",
      question: "Is each understood, and does each that needs one have a postmortem?",
      lines: incidentLines(context, period),
      none: "None began in this time, and none is open.",
    },
    {
      id: "postmortems",
      title: "Postmortems being written",
      question: "What keeps each from being final?",
      lines: projection.postmortems
        .filter(({ data }) => data.state !== "final")
        .map((entry) => ({ ...linked(shownOf(context, entry)), state: POSTMORTEM_STATES[entry.data.state] })),
      none: "Every postmortem is final.",
    },
    {
      id: "overdue",
      title: "Overdue action items",
      question: "Do it, move it with a reason, or drop it with a reason?",
      lines: overdue.map((placed) => itemLine(context, placed)),
      none: "No action item is overdue.",
    },
    {
      id: "due",
      title: "Due within a week",
      question: "Will it be done?",
      lines: dueSoon.map((placed) => itemLine(context, placed)),
      none: "Nothing is due within a week.",
    },
    {
      id: "budgets",
      title: "Error budgets that want a word",
      question: "Freeze, slow down, or go on?",
      lines: budgetLines(context),
      none: "Every budget has a quarter or more left and lasts at the present rate.",
    },
  ];
}

function incidentLines(context: ViewContext, period: Interval): AgendaLine[] {
  return newestFirst(context.projection.incidents)
    .filter((incident) => {
      const began = beganAt(incident);
      return incident.data.milestones.resolved === undefined || (period.from <= began && began < period.to);
    })
    .map((incident) => {
      const { title, url, severity, state, duration, began } = incidentRow(context, incident);
      return {
        text: title,
        url,
        note: [severity.id, began.day, duration].filter((part) => part !== undefined).join(" · "),
        state,
      };
    });
}

function itemLine(context: ViewContext, placed: PlacedItem): AgendaLine {
  const { title, url, owner, due, state } = actionItemRow(context, placed);
  const note = [owner?.title, due && `due ${due}`].filter((part) => part !== undefined).join(" · ");
  return { text: title, url, note, state };
}

/** Budgets with less than a quarter left, or that burn faster than they last. */
function budgetLines(context: ViewContext): AgendaLine[] {
  const { projection, now } = context;
  return budgetsNow(context)
    .map((each) => ({ ...each, rate: burnRate(projection, each.commitment, PRESENT_RATE, now) ?? 0 }))
    .filter(({ budget, rate }) => budget.leftShare < 0.25 || rate > projection.site.policies.targets.burn)
    .sort((a, b) => a.budget.leftShare - b.budget.leftShare)
    .map(({ commitment, budget, rate }) => {
      const { state, words } = budgetBar(budget);
      return {
        text: `${commitment.name}: ${commitment.objective.name ?? commitment.objective.id}`,
        url: urlOf(context, commitment),
        note: `${words}, burning at ${rate.toFixed(1)} ×`,
        state,
      };
    });
}

function byDue(a: PlacedItem, b: PlacedItem): number {
  const [first, second] = [`${a.item.due} ${a.item.id}`, `${b.item.due} ${b.item.id}`];
  return first < second ? -1 : 1;
}

/** A reference as a line. */
export function linked({ title, url }: { readonly title: string; readonly url?: string }): AgendaLine {
  return url === undefined ? { text: title } : { text: title, url };
}
