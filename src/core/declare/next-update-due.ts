import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone } from "../reliability/milestone-time.ts";
import { durationOf, epochOf, type Instant, instantOf } from "../time.ts";

/**
 * When customers must hear something next: what the last update promised, else the rhythm of the severity from the last
 * update, or from when it was noticed. Nothing for an incident that is over or that no customer reads of.
 */
export function nextUpdateDue({ taxonomy }: KnowledgeBase, { data }: Entry<"incident">): Instant | undefined {
  if (data.milestones.resolved !== undefined || data.visibility !== "public") return undefined;
  const last = data.updates.at(-1);
  if (last?.nextUpdate !== undefined) return last.nextUpdate;
  const severity = data.severity.final ?? data.severity.peak;
  const every = taxonomy.severities.find(({ id }) => id === severity)?.updateEvery;
  if (every === undefined) return undefined;
  return instantOf(epochOf(last?.at ?? instantOfMilestone(data.milestones.detected)) + durationOf(every));
}
