import { calendarHeat } from "../../charts/calendar-heat.ts";
import type { Chart } from "../../charts/chart.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { dateIn } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import { href, shownOf, type ViewContext } from "../view-context.ts";

const MOST_ROWS = 50;

/** The days on which incidents began, as a calendar. */
export function calendarChart(
  context: ViewContext,
  incidents: readonly Entry<"incident">[],
  period: Interval,
  download: string,
): Chart {
  const { timeZone } = context.projection.site;
  const days = new Map<string, Entry<"incident">[]>();
  for (const incident of incidents) {
    if (incident.data.nearMiss) continue;
    const day = dateIn(beganAt(incident), timeZone);
    const list = days.get(day);
    if (list) list.push(incident);
    else days.set(day, [incident]);
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = sorted.reduce((sum, [, list]) => sum + list.length, 0);
  const chart = {
    id: "calendar",
    title: "Calendar of incidents",
    unit: "days on which incidents began, darker where several did",
    n: `n = ${count}`,
    columns: [
      { title: "Day", number: false },
      { title: "Incident", number: false },
    ],
    rows: sorted
      .toReversed()
      .flatMap(([day, list]) =>
        list.map((incident) => [{ text: dateWords(day) }, linkTo(context, incident)] as const),
      )
      .slice(0, MOST_ROWS),
    more: Math.max(0, count - MOST_ROWS),
    download: href(context, download),
  };
  if (count === 0) return { ...chart, sentence: "No data: no incident began in this period." };
  const most = Math.max(...sorted.map(([, list]) => list.length));
  return {
    ...chart,
    drawing: calendarHeat(
      sorted.map(([day, list]) => ({
        day,
        count: list.length,
        tip: `${dateWords(day)}: ${list.map(({ data }) => data.title).join("; ")}`,
      })),
      dateIn(period.from, timeZone),
      dateIn(period.to, timeZone),
    ),
    sentence: `Incidents began on ${sorted.length === 1 ? "1 day" : `${sorted.length} days`}${most > 1 ? `, at most ${most} on one` : ", never two on one"}.`,
  };
}

function linkTo(context: ViewContext, incident: Entry<"incident">) {
  const { title, url } = shownOf(context, incident);
  return { text: title, ...(url === undefined ? {} : { url }) };
}
