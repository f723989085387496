import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { SeverityLevel } from "../schemas/taxonomy.ts";
import { higherSeverity } from "../taxonomy/higher-severity.ts";
import type { CalendarDate } from "../time.ts";
import { addToDate } from "./add-duration.ts";
import type { PlacedItem } from "./all-action-items.ts";

/** The last day that the severity's policy allows for an item: opened + the time for its priority; none without a policy. */
export function deadlineOf(knowledgeBase: KnowledgeBase, placed: PlacedItem): CalendarDate | undefined {
  const length = severityOfItem(knowledgeBase, placed)?.actionItems[placed.item.priority];
  return length === undefined ? undefined : addToDate(placed.item.opened, length);
}

/** The peak severity of the incident that an item follows from; the highest where a postmortem explains several. */
export function severityOfItem(
  knowledgeBase: KnowledgeBase,
  { entry }: PlacedItem,
): SeverityLevel | undefined {
  if (entry.kind === "game-day") return undefined;
  const peaks =
    entry.kind === "incident"
      ? [entry.data.severity.peak]
      : entry.data.incidents.map((id) => knowledgeBase.look.incident.get(id)?.data.severity.peak);
  const highest = peaks.reduce((a, b) => higherSeverity(knowledgeBase.taxonomy, a, b), undefined);
  return knowledgeBase.taxonomy.severities.find(({ id }) => id === highest);
}
