import type { ActionItem } from "../schemas/action-item.ts";
import { type Epoch, endOfDay } from "../time.ts";

/** Whether an item has permission to be late: it lives until the end of its last day in the site's zone. */
export function waiverState(item: ActionItem, now: Epoch, zone: string): "none" | "live" | "expired" {
  if (!item.waiver) return "none";
  return now < endOfDay(item.waiver.until, zone) ? "live" : "expired";
}
