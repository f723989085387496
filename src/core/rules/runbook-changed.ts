import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { changedSinceVerified } from "../status/changed-since-verified.ts";

/** Runbooks whose text is another than the one that was verified. */
export function runbookChanged({ runbooks }: KnowledgeBase): readonly Finding[] {
  return runbooks.filter(changedSinceVerified).map(({ id, data, file }) => ({
    code: "runbook-changed",
    message: `Changed since ${data.verified!.by} verified it on ${data.verified!.on}`,
    help: `Follow it again, then: tidemark runbook verify ${id} --by HANDLE --how read|dry-run|game-day|incident`,
    spot: { file, field: ["verified", "text"] },
  }));
}
