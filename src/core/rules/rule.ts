import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";

/** How strictly the check judges what is late. */
export interface CheckPolicy {
  /** Whether an overdue action item is an error or a warning. */
  readonly overdue: "warn" | "fail";
  /** Milliseconds past its due day before an item fails the check. */
  readonly grace: number;
}

/** One check over the linked knowledge base: what it finds at an instant. */
export type Rule = (knowledgeBase: KnowledgeBase, now: Epoch, policy: CheckPolicy) => readonly Finding[];
