import { hash } from "node:crypto";
import { followedText } from "../core/parse/followed-text.ts";
import type { Runbook } from "../core/schemas/runbook.ts";

/** Short digest of what a responder follows of a runbook: twelve digits tell any two versions of one page apart. */
export function textDigest(runbook: Runbook, body: string): string {
  return hash("sha256", followedText(runbook, body)).slice(0, 12);
}
