import type { Entry, KnowledgeBase } from "../../../src/core/knowledge-base/knowledge-base.ts";
import type { CheckPolicy, Rule } from "../../../src/core/rules/rule.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildKnowledgeBase, type Surroundings } from "./build-knowledge-base.ts";

/** The instant for which rules are tried. */
export const NOW = "2026-04-01T08:00:00Z";

/** What a rule finds in a knowledge base of the given entries, each as `code file field`. */
export function find(
  rule: Rule,
  entries: readonly Entry[],
  options: Surroundings & { readonly now?: string; readonly policy?: Partial<CheckPolicy> } = {},
): string[] {
  return findIn(rule, buildKnowledgeBase(entries, options), options);
}

/** The same for a knowledge base that is already built. */
export function findIn(
  rule: Rule,
  knowledgeBase: KnowledgeBase,
  { now = NOW, policy }: { readonly now?: string; readonly policy?: Partial<CheckPolicy> } = {},
): string[] {
  return rule(knowledgeBase, epochOf(now), { overdue: "warn", grace: 0, ...policy }).map(
    ({ code, severity, spot }) =>
      [
        severity,
        code,
        spot.file.replace("content/", ""),
        spot.field?.join(".") ?? (spot.link === undefined ? undefined : `link ${spot.link}`),
      ]
        .filter((part) => part !== undefined)
        .join(" "),
  );
}
