import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Milestones that others demand: a resolved incident has started, a verified or closed one is resolved. */
export function milestoneMissing(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.incidents.flatMap((entry) => [...missing(entry), ...unverified(entry)]);
}

function missing({ file, data }: Entry<"incident">): Finding[] {
  const { started, resolved, verified, closed } = data.milestones;
  const demand = (absent: "started" | "resolved", by: "resolved" | "verified" | "closed"): Finding => ({
    code: "milestone-missing",
    message: `Expected milestone \`${absent}\`, because \`${by}\` is recorded`,
    spot: { file, field: ["milestones", by], name: true },
  });
  if (resolved === undefined) {
    const by = verified !== undefined ? "verified" : closed !== undefined ? "closed" : undefined;
    return by === undefined ? [] : [demand("resolved", by)];
  }
  return started === undefined ? [demand("started", "resolved")] : [];
}

function unverified({ file, data }: Entry<"incident">): Finding[] {
  const { resolved, verified } = data.milestones;
  if (resolved === undefined || verified !== undefined) return [];
  return [
    {
      code: "unverified",
      message: "Resolved, but nobody recorded that the objective was met again",
      help: "Add `verified` with the instant at which somebody looked.",
      spot: { file, field: ["milestones", "resolved"], name: true },
    },
  ];
}
