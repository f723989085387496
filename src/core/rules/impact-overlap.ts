import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Impact } from "../schemas/incident.ts";
import { epochOf } from "../time.ts";

/** Intervals that say the same of one service twice. */
export function impactOverlap(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.incidents.flatMap(findingsOf);
}

function findingsOf({ data, file }: Entry<"incident">): Finding[] {
  const longest = new Map<string, { readonly index: number; readonly to: number }>();
  const inOrder = data.impact
    .map((impact, index) => ({
      key: keyOf(impact),
      index,
      from: epochOf(impact.from),
      to: impact.to === undefined ? Number.POSITIVE_INFINITY : epochOf(impact.to),
    }))
    .sort((a, b) => a.from - b.from || a.index - b.index);
  return inOrder.flatMap(({ key, index, from, to }) => {
    const earlier = longest.get(key);
    if (earlier === undefined || earlier.to < to) longest.set(key, { index, to });
    if (earlier === undefined || from >= earlier.to || from >= to) return [];
    const [first, second] = earlier.index < index ? [earlier.index, index] : [index, earlier.index];
    return [
      {
        code: "impact-overlap",
        message: `Unexpected second interval for \`${data.impact[index]!.service}\` at the same time, expected one that covers both`,
        spot: { file, field: ["impact", second] },
        related: [{ spot: { file, field: ["impact", first] }, message: "The other interval stands here" }],
      },
    ];
  });
}

/** What two intervals must share to say the same. */
function keyOf({ service, level, regions, plans }: Impact): string {
  return [service, level, [...regions].sort().join("\u0001"), [...plans].sort().join("\u0001")].join("\0");
}
