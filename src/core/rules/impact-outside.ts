import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { spanOfMilestone } from "../reliability/milestone-time.ts";
import { epochOf } from "../time.ts";

/** Impact before the incident started, after it was resolved, or without an end although it was. */
export function impactOutside(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.incidents.flatMap(findingsOf);
}

function findingsOf({ data, file }: Entry<"incident">): Finding[] {
  const { started, resolved } = data.milestones;
  const first = started === undefined ? Number.NEGATIVE_INFINITY : spanOfMilestone(started).earliest;
  const last = resolved === undefined ? Number.POSITIVE_INFINITY : spanOfMilestone(resolved).latest;
  const finding = (
    index: number,
    field: "from" | "to",
    message: string,
    milestone: "started" | "resolved",
  ): Finding => ({
    code: "impact-outside",
    message,
    spot: { file, field: ["impact", index, field] },
    related: [{ spot: { file, field: ["milestones", milestone] }, message: `\`${milestone}\` stands here` }],
  });
  return data.impact.flatMap(({ from, to }, index) => {
    const findings: Finding[] = [];
    if (epochOf(from) < first)
      findings.push(
        finding(index, "from", `Unexpected impact from ${from}, before the incident started`, "started"),
      );
    if (epochOf(from) > last)
      findings.push(
        finding(index, "from", `Unexpected impact from ${from}, after the incident was resolved`, "resolved"),
      );
    else if (to !== undefined && epochOf(to) > last)
      findings.push(
        finding(index, "to", `Unexpected impact up to ${to}, after the incident was resolved`, "resolved"),
      );
    else if (to === undefined && resolved !== undefined)
      findings.push(
        finding(
          index,
          "to",
          "Unexpected impact without an end, although the incident was resolved",
          "resolved",
        ),
      );
    return findings;
  });
}
