import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import type { Interval } from "../src/core/reliability/intervals.ts";
import { twelveMonths } from "../src/core/reliability/measures/figure.ts";
import { type Epoch, epochOf, isCalendarDate, startOfDay } from "../src/core/time.ts";

/** The time that figures are about: an instant each, or a day, which begins in the site's zone. */
export interface PeriodFlags {
  readonly since?: string;
  readonly until?: string;
}

/** What is said of a period in which nothing can have been. */
export const EMPTY_PERIOD =
  "The period ends before it begins, or lies after what is known: look at --since and --until.\n";

/** The twelve months up to now, or what was asked for; nothing after now is known. */
export function periodOf({ since, until }: PeriodFlags, { site }: KnowledgeBase, now: Epoch): Interval {
  const at = (text: string): Epoch =>
    isCalendarDate(text) ? startOfDay(text, site.timeZone) : epochOf(text);
  const to = until === undefined ? now : Math.min(at(until), now);
  return { from: since === undefined ? twelveMonths(to, site.timeZone).from : at(since), to };
}
