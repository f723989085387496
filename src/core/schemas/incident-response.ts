import { z } from "zod";
import { handle, id, instant, line } from "./scalars.ts";

/** Who held which role, from when to when. */
export const role = z.strictObject({
  role: z
    .enum([
      "incident-commander",
      "operations",
      "communications",
      "scribe",
      "subject-expert",
      "legal",
      "liaison",
    ])
    .describe("Role in the response"),
  person: handle.describe("Who held it"),
  from: instant.optional().describe("When they took it"),
  to: instant.optional().describe("When they handed it over"),
});

/** A runbook that was used, and whether it helped. */
export const runbookUse = z.strictObject({
  runbook: id.describe("The runbook"),
  outcome: z.enum(["helped", "partly", "did-not-help", "did-harm"]).describe("Whether it helped"),
  automated: z.boolean().default(false).describe("Whether its automation ran"),
  note: line.optional().describe("What was missing or wrong"),
});

/** Something that was thought to be wrong. */
export const hypothesis = z.strictObject({
  text: line.describe("What might be wrong"),
  state: z.enum(["open", "confirmed", "ruled-out"]).describe("What became of it"),
  by: handle.optional().describe("Who looks into it"),
  at: instant.optional().describe("When that was known"),
});

/** How an incident was noticed. */
export const detection = z.strictObject({
  source: id.describe("A detection source of taxonomy.yaml"),
  alert: line.optional().describe("Name of the alert"),
  key: line
    .optional()
    .describe(
      "Key by which the monitoring system knows it; written by a command, so that repeats find this incident",
    ),
  note: line.optional().describe("How it was noticed"),
});
