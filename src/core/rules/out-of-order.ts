import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { spanOf } from "../reliability/milestone-time.ts";
import type { Instant } from "../time.ts";

interface Dated {
  readonly at: Instant;
  readonly precision?: "minute" | "hour" | "day" | undefined;
}

/** Timeline entries and updates that stand after later ones, as far as their precision tells. */
export function outOfOrder(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return [
    ...knowledgeBase.incidents.flatMap(({ data, file }) => [
      ...disorder(data.timeline, file, "timeline", "timeline-order"),
      ...disorder(data.updates, file, "updates", "update-order"),
    ]),
    ...knowledgeBase.maintenance.flatMap(({ data, file }) =>
      disorder(data.updates, file, "updates", "update-order"),
    ),
  ];
}

function disorder(entries: readonly Dated[], file: string, list: string, code: string): Finding[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (!before || spanOf(entry.at, entry.precision).latest >= spanOf(before.at, before.precision).earliest)
      return [];
    return [
      {
        code,
        message: `Unexpected entry at ${entry.at} after one at ${before.at}, expected them in order`,
        spot: { file, field: [list, index, "at"] },
        related: [{ spot: { file, field: [list, index - 1, "at"] }, message: "The later one stands here" }],
      },
    ];
  });
}
