import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./finding.ts";
import type { KnowledgeBase } from "./knowledge-base/knowledge-base.ts";
import { locate, type SourceOf } from "./locate.ts";
import { furtherProblems } from "./rules/further-problems.ts";
import { RULES } from "./rules/index.ts";
import type { CheckPolicy } from "./rules/rule.ts";
import { durationOf, type Epoch } from "./time.ts";

/** What parsing found, and what the rules find in the linked whole: every problem of every file, in a stable order. */
export function check(
  knowledgeBase: KnowledgeBase | undefined,
  parsed: readonly Diagnostic[],
  sourceOf: SourceOf,
  now: Epoch,
  policy?: CheckPolicy,
): Diagnostic[] {
  const findings: Finding[] = [];
  if (knowledgeBase) {
    const effective = policy ?? policyOf(knowledgeBase);
    for (const rule of RULES) findings.push(...rule(knowledgeBase, now, effective));
    findings.push(...furtherProblems(knowledgeBase, now, effective));
  }
  return [...parsed, ...locate(findings, sourceOf)].sort(compareDiagnostics);
}

/** The policy that site.yaml sets. */
export function policyOf(knowledgeBase: KnowledgeBase): CheckPolicy {
  const { overdue, grace } = knowledgeBase.site.policies;
  return { overdue, grace: durationOf(grace) };
}
