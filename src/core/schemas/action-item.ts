import { z } from "zod";
import { date, handle, id, line, text, webAddress } from "./scalars.ts";

/** A moved due date: the first one still counts. */
const slip = z.strictObject({
  to: date.describe("The new due date"),
  on: date.describe("The day on which it was moved"),
  reason: line.describe("Why it was moved"),
});

/** Permission to be late, with an end. */
const waiver = z.strictObject({
  reason: line.describe("Why lateness is accepted"),
  until: date.describe("Last day of the waiver; after it the item is overdue again"),
  by: handle.describe("Who granted it"),
});

/** One follow-up of an incident or game day. Overdue is judged by `due`, the first due date. */
export const actionItem = z.strictObject({
  id: id.describe("Unique over the whole knowledge base, for example ai-2026-014"),
  title: line.describe("What will be different when it is done"),
  kind: z
    .enum(["prevent", "detect", "mitigate", "process", "document"])
    .describe("What it does about such incidents"),
  strength: z
    .enum(["eliminate", "guard", "detect", "train"])
    .optional()
    .describe("How strong the fix is: eliminate > guard > detect > train"),
  owner: id.optional().describe("Handle of a person or id of a team"),
  priority: z
    .enum(["high", "medium", "low"])
    .default("medium")
    .describe("Urgency; sets the deadline by severity"),
  opened: date.describe("The day it was agreed"),
  due: date.optional().describe("The first due date; never edited, see slips"),
  slips: z.array(slip).default([]).describe("Later due dates, each a visible slip"),
  status: z.enum(["open", "in-progress", "blocked", "done", "dropped"]).describe("State of the work"),
  done: date.optional().describe("The day it was done"),
  dropped: date.optional().describe("The day it was dropped"),
  reason: text.optional().describe("Why it was dropped or is blocked"),
  tracker: webAddress.optional().describe("Address of the issue that tracks it"),
  evidence: webAddress.or(line).optional().describe("What shows that it is done"),
  waiver: waiver.optional().describe("Permission to be late"),
  factors: z.array(id).default([]).describe("Contributing factors that it removes"),
  signature: id.optional().describe("Signature of the repeats that it would prevent"),
  services: z.array(id).default([]).describe("Services that it changes"),
});

export type ActionItem = z.output<typeof actionItem>;
