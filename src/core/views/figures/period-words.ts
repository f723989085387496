import type { Interval } from "../../reliability/intervals.ts";
import { dateIn } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import type { ViewContext } from "../view-context.ts";

/** A period in days of the site's zone, `1 October 2025 to 1 October 2026`. */
export function periodWords({ projection }: ViewContext, { from, to }: Interval): string {
  const { timeZone } = projection.site;
  return `${dateWords(dateIn(from, timeZone))} to ${dateWords(dateIn(to, timeZone))}`;
}
