import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone, spanOfMilestone } from "../reliability/milestone-time.ts";
import type { MilestoneName } from "../schemas/incident.ts";

/** Pairs of which the first must not stand before the second. */
const ORDER: readonly (readonly [later: MilestoneName, earlier: MilestoneName])[] = [
  ["mitigated", "started"],
  ["resolved", "started"],
  ["closed", "started"],
  ["resolved", "detected"],
  ["acknowledged", "paged"],
  ["resolved", "mitigated"],
  ["verified", "resolved"],
  ["closed", "resolved"],
];

/** Milestones that cannot have happened in the order in which they stand, as far as their precision tells. */
export function milestoneOrder(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.incidents.flatMap((entry) => [
    ...ORDER.flatMap(([later, earlier]) => reversed(entry, later, earlier, "milestone-order")),
    ...reversed(entry, "detected", "started", "foresight"),
    ...declaredLate(entry),
  ]);
}

function reversed(
  entry: Entry<"incident">,
  later: MilestoneName,
  earlier: MilestoneName,
  code: string,
): Finding[] {
  const { file, data } = entry;
  const after = data.milestones[later];
  const before = data.milestones[earlier];
  if (after === undefined || before === undefined) return [];
  if (spanOfMilestone(after).latest >= spanOfMilestone(before).earliest) return [];
  return [
    {
      code,
      message: `Unexpected \`${later}\` at ${instantOfMilestone(after)}, before \`${earlier}\` at ${instantOfMilestone(before)}`,
      ...(code === "foresight"
        ? { help: "If users were hurt earlier than the record says, move `started`." }
        : {}),
      spot: { file, field: ["milestones", later] },
      related: [{ spot: { file, field: ["milestones", earlier] }, message: `\`${earlier}\` stands here` }],
    },
  ];
}

function declaredLate({ file, data }: Entry<"incident">): Finding[] {
  const { declared, resolved } = data.milestones;
  if (declared === undefined || resolved === undefined) return [];
  if (spanOfMilestone(declared).earliest <= spanOfMilestone(resolved).latest) return [];
  return [
    {
      code: "declared-late",
      message: "Declared after it was resolved: the incident is shown as found in retrospect",
      spot: { file, field: ["milestones", "declared"] },
      related: [{ spot: { file, field: ["milestones", "resolved"] }, message: "`resolved` stands here" }],
    },
  ];
}
