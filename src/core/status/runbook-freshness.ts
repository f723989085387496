import { addDuration } from "../action-items/add-duration.ts";
import type { Runbook } from "../schemas/runbook.ts";
import { type Epoch, endOfDay } from "../time.ts";

/** Whether a runbook's last verification still holds: stale once the review interval has passed since that day. */
export function runbookFreshness(
  runbook: Pick<Runbook, "verified" | "reviewEvery">,
  now: Epoch,
  zone: string,
): "fresh" | "stale" | "never" {
  if (runbook.verified === undefined) return "never";
  return now >= addDuration(endOfDay(runbook.verified.on, zone), runbook.reviewEvery, zone)
    ? "stale"
    : "fresh";
}
