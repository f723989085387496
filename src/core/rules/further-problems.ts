import type { Finding, Spot } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { withEntries } from "../knowledge-base/link-knowledge-base.ts";
import { pathAsWritten } from "../parse/salvage.ts";
import type { Epoch } from "../time.ts";
import { danglingReference } from "./dangling-reference.ts";
import { deadLink } from "./dead-link.ts";
import { diagramMissing } from "./diagram-missing.ts";
import { imageRemote } from "./image-remote.ts";
import { incidentDate } from "./incident-date.ts";
import { intervalEmpty } from "./interval-empty.ts";
import { itemDates } from "./item-dates.ts";
import { milestoneOrder } from "./milestone-order.ts";
import { outOfOrder } from "./out-of-order.ts";
import type { CheckPolicy, Rule } from "./rule.ts";

/** Rules that judge what stands in a file: a field that was taken out makes none of them complain. */
const RULES_OF_WHAT_STANDS: readonly Rule[] = [
  danglingReference,
  milestoneOrder,
  intervalEmpty,
  itemDates,
  incidentDate,
  outOfOrder,
  deadLink,
  diagramMissing,
  imageRemote,
];

/** What else is wrong with files that have problems of their own, so that one run names everything. */
export function furtherProblems(
  knowledgeBase: KnowledgeBase,
  now: Epoch,
  policy: CheckPolicy,
): readonly Finding[] {
  const salvaged = new Map(
    knowledgeBase.broken.flatMap((each) => (each.salvaged ? [[each.file, each.salvaged] as const] : [])),
  );
  if (salvaged.size === 0) return [];
  const whole = withEntries(
    knowledgeBase,
    [...salvaged.values()].map(({ entry }) => entry),
  );
  const asWritten = (spot: Spot): Spot => {
    const removed = salvaged.get(spot.file)?.removed;
    return removed && spot.field ? { ...spot, field: pathAsWritten(spot.field, removed) } : spot;
  };
  return RULES_OF_WHAT_STANDS.flatMap((rule) => rule(whole, now, policy))
    .filter(({ spot }) => salvaged.has(spot.file))
    .map((finding) => ({
      ...finding,
      spot: asWritten(finding.spot),
      ...(finding.related
        ? { related: finding.related.map((each) => ({ ...each, spot: asWritten(each.spot) })) }
        : {}),
    }));
}
