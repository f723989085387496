import type { MeasuredAvailability } from "../reliability/objectives/measured-availability.ts";

/** How much of a window was measured, and by what: `measured on 27 of 28 days by Prometheus at monitoring:9090`. */
export function measuredDaysWords({
  days,
  of,
  source,
}: Pick<MeasuredAvailability, "days" | "of" | "source">): string {
  return `measured on ${days} of ${of === 1 ? "1 day" : `${of} days`} by ${source}`;
}
