import type { Entry } from "../knowledge-base/knowledge-base.ts";

/** Whether a runbook's text is another than the one that was verified; where either is unknown, nothing is claimed. */
export function changedSinceVerified({ data, text }: Entry<"runbook">): boolean {
  const verified = data.verified?.text;
  return verified !== undefined && text !== undefined && verified !== text;
}
