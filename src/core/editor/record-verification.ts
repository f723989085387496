import type { Runbook } from "../schemas/runbook.ts";
import type { Edit } from "./edit.ts";

/** Who followed a runbook when and how, and the digest of the text that was followed. */
export type Verification = Required<NonNullable<Runbook["verified"]>>;

const FIELDS = ["on", "by", "how", "text"] as const;
const BEFORE = ["title", "visibility", "kind", "services", "alerts", "owner", "permissions", "verified"];

/** The edits that put a verification into a runbook: field by field where one stands, so that its way of writing stays. */
export function recordVerification(runbook: Runbook, verification: Verification): readonly Edit[] {
  if (runbook.verified === undefined)
    return [{ do: "set", path: ["verified"], value: inOrder(verification), order: BEFORE }];
  return FIELDS.map((field) => ({
    do: "set",
    path: ["verified", field],
    value: verification[field],
    order: FIELDS,
  }));
}

function inOrder({ on, by, how, text }: Verification): Verification {
  return { on, by, how, text };
}
