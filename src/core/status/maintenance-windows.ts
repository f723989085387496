import rrule from "rrule";
import { instantOfLocal, localReading } from "../local-time.ts";
import type { Interval } from "../reliability/intervals.ts";
import type { Maintenance } from "../schemas/maintenance.ts";
import { durationOf, type Epoch, epochOf } from "../time.ts";

/** States of a window, in the words of the Statuspage API; `cancelled` never takes place. */
export type MaintenanceState = "scheduled" | "in_progress" | "verifying" | "completed" | "cancelled";

/** One window of planned work. */
export interface MaintenanceWindow {
  /** As planned. */
  readonly scheduled: Interval;
  /** As it is or was: moved by states that somebody set; `to` is the planned end while nobody said otherwise. */
  readonly actual: Interval;
  readonly state: MaintenanceState;
  /** Whether it lasts beyond its planned end, because somebody began it and nobody said that it is over. */
  readonly overrun: boolean;
  /** Whether somebody's word, and not the clock, says which state it is in. */
  readonly setByHand: boolean;
}

const DAY = 86_400_000;

/** The windows that touch a time, in order; a recurring one is right over changes of the clock in its own zone. */
export function maintenanceWindows(
  maintenance: Maintenance,
  within: Interval,
  now: Epoch,
): MaintenanceWindow[] {
  return scheduledWindows(maintenance, within)
    .map((scheduled) => windowAt(maintenance, scheduled, now))
    .filter(({ actual, scheduled }) => touches(actual, within) || touches(scheduled, within));
}

/** The planned windows around a time, with a day's margin for those that ran over. */
function scheduledWindows({ schedule }: Maintenance, within: Interval): Interval[] {
  if ("from" in schedule) return [{ from: epochOf(schedule.from), to: epochOf(schedule.to) }];
  const { starts, zone, rule, length } = schedule;
  const duration = durationOf(length);
  const { RRule } = rrule;
  // The rule counts in the readings of the zone's clock; instants come only afterwards.
  const recurrence = new RRule({
    ...RRule.parseString(rule),
    dtstart: new Date(Date.parse(`${starts}:00Z`)),
    tzid: null,
  });
  return recurrence
    .between(
      new Date(localReading(within.from, zone) - duration - DAY),
      new Date(localReading(within.to, zone) + DAY),
      true,
    )
    .map((reading) => {
      const from = instantOfLocal(reading.getTime(), zone);
      return { from, to: from + duration };
    });
}

/** Somebody's word wins over the clock from the instant on which it was given. */
function windowAt({ schedule, states }: Maintenance, scheduled: Interval, now: Epoch): MaintenanceWindow {
  const single = "from" in schedule;
  const set = states
    .filter(({ window }) => (window === undefined ? single : epochOf(window) === scheduled.from))
    .map(({ state, at }) => ({ state, at: epochOf(at) }))
    .sort((a, b) => a.at - b.at);
  const said = set.filter(({ at }) => at <= now);
  const began = said.find(({ state }) => state === "in_progress")?.at;
  const ended = said.findLast(({ state }) => state === "completed")?.at;
  const last = said.at(-1);
  const byClock = now < scheduled.from ? "scheduled" : now < scheduled.to ? "in_progress" : "completed";
  const setByHand = last !== undefined && !(last.state === "scheduled" && now < scheduled.from);
  const state = setByHand ? last.state : byClock;
  const lasting = state === "in_progress" || state === "verifying";
  const overrun = lasting && now >= scheduled.to;
  const from = Math.min(began ?? scheduled.from, scheduled.from);
  const to = state === "completed" && ended !== undefined ? ended : overrun ? now : scheduled.to;
  return {
    scheduled,
    actual: { from: state === "cancelled" ? scheduled.from : from, to: Math.max(to, from) },
    state,
    overrun,
    setByHand,
  };
}

function touches(interval: Interval, within: Interval): boolean {
  return interval.from < within.to && within.from < interval.to;
}
