import { allActionItems } from "../action-items/all-action-items.ts";
import { isOverdue } from "../action-items/is-overdue.ts";
import { waiverState } from "../action-items/waiver-state.ts";
import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { type Epoch, endOfDay } from "../time.ts";
import type { CheckPolicy } from "./rule.ts";

/** Action items whose first due day is over, while they are neither done nor dropped nor waived. */
export function itemOverdue(
  knowledgeBase: KnowledgeBase,
  now: Epoch,
  policy: CheckPolicy,
): readonly Finding[] {
  const zone = knowledgeBase.site.timeZone;
  return allActionItems(knowledgeBase).flatMap(({ item, entry, index }) => {
    if (item.due === undefined || !isOverdue(item, now, zone)) return [];
    const at = (...field: readonly string[]) => ({
      file: entry.file,
      field: ["actionItems", index, ...field],
    });
    const fails = policy.overdue === "fail" && now >= lastDay(item, zone) + policy.grace;
    const waived = waiverState(item, now, zone) === "expired";
    return [
      {
        code: "item-overdue",
        severity: fails ? ("error" as const) : ("warning" as const),
        message: `Action item \`${item.id}\` was due on ${item.due} and is ${item.status}`,
        ...helpFor(item),
        spot: at("due"),
        ...(waived ? { related: [{ spot: at("waiver", "until"), message: "Its waiver ended here" }] } : {}),
      },
    ];
  });
}

/** The grace begins where lateness does: after the due day, or after the last day of a waiver. */
function lastDay({ due, waiver }: ActionItem, zone: string): Epoch {
  const day = waiver !== undefined && waiver.until > due! ? waiver.until : due!;
  return endOfDay(day, zone);
}

function helpFor({ slips }: ActionItem): { readonly help?: string } {
  const last = slips.at(-1);
  return last === undefined
    ? {}
    : { help: `It was moved to ${last.to}; lateness is judged by the first due date.` };
}
