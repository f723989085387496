import type { Chart } from "../../charts/chart.ts";
import { type MonthCount, monthCounts } from "../../charts/month-counts.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { poissonInterval } from "../../reliability/statistics/poisson-interval.ts";
import { type CalendarDate, dateIn } from "../../time.ts";
import { href, type ViewContext } from "../view-context.ts";

/** Incidents by month, near misses left out, with exact intervals. */
export function monthChart(
  context: ViewContext,
  incidents: readonly Entry<"incident">[],
  period: Interval,
  sentence: string,
  download: string,
): Chart {
  const months = countByMonth(context, incidents, period);
  const all = months.reduce((sum, { count }) => sum + count, 0);
  return {
    id: "months",
    title: "Incidents by month",
    unit: "incidents that began, with exact 95 % intervals",
    n: `n = ${all}`,
    ...(all === 0 ? {} : { drawing: monthCounts(months) }),
    sentence,
    columns: [
      { title: "Month", number: false },
      { title: "Incidents", number: true },
      { title: "95 % interval", number: true },
    ],
    rows: months.map(({ month, count, interval: [low, high], partial }) => [
      { text: partial ? `${month}, in part` : month },
      { text: String(count) },
      { text: `${low.toFixed(1)} to ${high.toFixed(1)}` },
    ]),
    more: 0,
    download: href(context, download),
  };
}

/** Every calendar month that the period touches, months without incidents too. */
export function countByMonth(
  { projection }: ViewContext,
  incidents: readonly Entry<"incident">[],
  period: Interval,
): MonthCount[] {
  const { timeZone } = projection.site;
  const first = dateIn(period.from, timeZone);
  const last = dateIn(period.to - 1, timeZone);
  const counts = new Map<string, number>();
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = monthAfter(month))
    counts.set(month, 0);
  for (const incident of incidents) {
    if (incident.data.nearMiss) continue;
    const month = dateIn(beganAt(incident), timeZone).slice(0, 7);
    if (counts.has(month)) counts.set(month, counts.get(month)! + 1);
  }
  return [...counts].map(([month, count]) => ({
    month,
    count,
    interval: poissonInterval(count),
    partial: isPartial(month, first, dateIn(period.to, timeZone)),
  }));
}

/** Whether a month began before the period or ends after it. */
function isPartial(month: string, first: CalendarDate, after: CalendarDate): boolean {
  return `${month}-01` < first || `${monthAfter(month)}-01` > after;
}

function monthAfter(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
