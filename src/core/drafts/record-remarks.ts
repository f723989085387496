import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { MILESTONES } from "../schemas/incident.ts";

/** What the record of an incident knows besides what its components draw, and what it still lacks, as remarks of a line each. */
export function recordRemarks({ data }: Entry<"incident">): string[] {
  const { runbooks, updates, milestones } = data;
  const used = runbooks.map(({ runbook, outcome }) => `${runbook} (${outcome})`);
  const lacking = [
    ...MILESTONES.filter((name) => name !== "closed" && milestones[name] === undefined),
    ...(data.impact.length === 0 ? ["impact"] : []),
    ...(data.timeline.length === 0 ? ["timeline"] : []),
    ...(data.factors.length === 0 ? ["factors"] : []),
  ];
  return [
    ...(used.length === 0 ? [] : [`Runbooks that were used: ${used.join(", ")}.`]),
    updates.length === 0
      ? "The record holds no update to customers."
      : `Customers were told ${updates.length === 1 ? "once" : `${updates.length} times`}, first on ${updates[0]!.at}.`,
    ...(lacking.length === 0 ? [] : [`The record does not have yet: ${lacking.join(", ")}.`]),
  ];
}
