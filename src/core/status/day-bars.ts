import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { heaviest } from "../reliability/downtime.ts";
import { clipIntervals, type Interval, totalOfIntervals } from "../reliability/intervals.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { subtractIntervals } from "../reliability/subtract-intervals.ts";
import { type CalendarDate, dateIn, type Epoch, endOfDay, epochOf, startOfDay } from "../time.ts";
import { LEVELS, type Level } from "./component-state.ts";

/** What a day was like: the worst level of that day, else planned work, else fine; or nothing is known of it. */
export type DayKind = Exclude<Level, "none"> | "maintenance" | "fine" | "no-data";

/** One day of one component, with whole minutes; what lasted less than one counts as one. */
export interface DayBar {
  readonly date: CalendarDate;
  readonly kind: DayKind;
  readonly minutes: Readonly<Partial<Record<Exclude<Level, "none"> | "maintenance", number>>>;
}

/** How many days a status page looks back, today among them. */
export const BAR_DAYS = 90;

/** What bars are made from. */
export interface BarFacts {
  readonly service: string;
  /** First day of the history; before it nothing is known. */
  readonly since?: CalendarDate | undefined;
  readonly incidents: readonly Entry<"incident">[];
  /** Announced planned work: apart from trouble, and no trouble counts in it. */
  readonly maintenance: readonly Interval[];
  readonly now: Epoch;
  readonly zone: string;
}

/** The days of a component, oldest first; a day is as long as the clock of the zone makes it, and today ends now. */
export function dayBars({ service, since, incidents, maintenance, now, zone }: BarFacts): DayBar[] {
  const dates = barDates(now, zone);
  const window = { from: startOfDay(dates[0]!, zone), to: now };
  const pieces = heaviest(
    incidents
      .flatMap((incident) => leveledImpact(incident, service, now))
      .filter(({ from, to }) => from < window.to && window.from < to),
  ).flatMap((piece) => subtractIntervals(piece, maintenance));
  return dates.map((date) => {
    if (since !== undefined && date < since) return { date, kind: "no-data", minutes: {} };
    const day = { from: startOfDay(date, zone), to: Math.min(endOfDay(date, zone), now) };
    const lengths = {
      major_outage: lengthAt(pieces, 3, day),
      partial_outage: lengthAt(pieces, 2, day),
      degraded_performance: lengthAt(pieces, 1, day),
      maintenance: totalOfIntervals(clipIntervals(maintenance, day)),
    };
    const known = Object.entries(lengths).filter(([, length]) => length > 0);
    return {
      date,
      kind: (known[0]?.[0] ?? "fine") as DayKind,
      minutes: Object.fromEntries(
        known.map(([kind, length]) => [kind, Math.max(1, Math.round(length / 60_000))]),
      ),
    };
  });
}

/** The days that a status page shows, oldest first. */
export function barDates(now: Epoch, zone: string): CalendarDate[] {
  const today = Date.parse(`${dateIn(now, zone)}T12:00:00Z`);
  return Array.from({ length: BAR_DAYS }, (_, index) =>
    new Date(today - (BAR_DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** What an incident did to a service by level, as disjoint handling of weights expects it: the worse, the heavier. */
function leveledImpact({ id, data }: Entry<"incident">, service: string, now: Epoch) {
  const own = data.impact.filter((impact) => impact.service === service);
  if (own.length > 0)
    return own
      .map(({ from, to, level }) => ({
        from: epochOf(from),
        to: Math.min(to === undefined ? now : epochOf(to), now),
        weight: LEVELS.indexOf(level),
        incident: id,
      }))
      .filter(({ weight }) => weight > 0);
  const from = milestoneTime(data, "started");
  if (!data.services.includes(service) || data.nearMiss || from === undefined) return [];
  const to = Math.min(milestoneTime(data, "mitigated") ?? milestoneTime(data, "resolved") ?? now, now);
  return [{ from, to, weight: LEVELS.indexOf("partial_outage"), incident: id }];
}

function lengthAt(
  pieces: readonly (Interval & { readonly weight: number })[],
  weight: number,
  day: Interval,
) {
  return totalOfIntervals(
    clipIntervals(
      pieces.filter((piece) => piece.weight === weight),
      day,
    ),
  );
}
