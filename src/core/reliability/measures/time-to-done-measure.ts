import { allActionItems, type PlacedItem } from "../../action-items/all-action-items.ts";
import { itemsOfIncidents } from "../../action-items/items-of-incidents.ts";
import type { FieldPath } from "../../finding.ts";
import { type CalendarDate, dateIn, daysBetween } from "../../time.ts";
import { distribution } from "../statistics/distribution.ts";
import { cumulativeIncidence, type Followed, timeOfShare } from "../statistics/survival.ts";
import type { Input, LeftOut, Measure, Scope } from "./measure.ts";

const DAY = 86_400_000;

/** Opened → done of action items, in whole days. */
export const timeToDoneMeasure: Measure = {
  id: "follow-up-time-to-done",
  name: "Time until follow-ups are done",
  unit: "duration",
  formula:
    "done − opened, in days, of action items opened in the period; what is unfinished is censored at today, what was dropped can no longer be done",
  misleads: "A quick item may be a weak one.",
  of(scope) {
    const zone = scope.knowledgeBase.site.timeZone;
    const today = dateIn(scope.now, zone);
    const inputs: (Input & { readonly value: number })[] = [];
    const leftOut: LeftOut[] = [];
    const followed: Followed[] = [];
    for (const { item, entry, index } of itemsOf(scope)) {
      const named = { file: entry.file, id: item.id, title: item.title };
      const at = (field: string): FieldPath => ["actionItems", index, field];
      if (item.status === "done" && item.done !== undefined && item.done <= today) {
        const value = timeBetween(item.opened, item.done);
        inputs.push({ ...named, fields: [at("opened"), at("done")], value });
        followed.push({ time: value, end: "event" });
      } else if (item.status === "dropped" && (item.dropped ?? item.opened) <= today) {
        leftOut.push({ ...named, field: at("status"), why: "dropped" });
        followed.push({ time: timeBetween(item.opened, item.dropped ?? item.opened), end: "competing" });
      } else {
        leftOut.push({ ...named, field: at("status"), why: "not done yet" });
        followed.push({ time: timeBetween(item.opened, today), end: "censored" });
      }
    }
    const known = distribution(inputs.map(({ value }) => value));
    if (!known) {
      const why =
        leftOut.length === 0
          ? "No action item was opened in this period."
          : `None of the ${leftOut.length} action items opened in this period is done.`;
      return { value: { kind: "none", why }, inputs, leftOut };
    }
    const count = followed.filter(({ end }) => end === "censored").length;
    const median = count === 0 ? undefined : timeOfShare(cumulativeIncidence(followed), 0.5);
    const unfinished = { count, ...(median === undefined ? {} : { median }) };
    return {
      value: { kind: "distribution", distribution: known, ...(count === 0 ? {} : { unfinished }) },
      inputs,
      leftOut,
    };
  },
};

/** Items opened in the period; in a slice those that follow from its incidents. */
function itemsOf({ knowledgeBase, period, slice, incidents }: Scope): readonly PlacedItem[] {
  const zone = knowledgeBase.site.timeZone;
  const first = dateIn(period.from, zone);
  const last = dateIn(period.to - 1, zone);
  const items =
    slice === undefined
      ? allActionItems(knowledgeBase)
      : itemsOfIncidents(
          knowledgeBase,
          incidents.map(({ id }) => id),
        );
  return items.filter(({ item }) => item.opened >= first && item.opened <= last);
}

function timeBetween(opened: CalendarDate, ended: CalendarDate): number {
  return daysBetween(opened, ended) * DAY;
}
