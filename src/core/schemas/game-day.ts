import { z } from "zod";
import { actionItem } from "./action-item.ts";
import { aliases, date, handle, id, instant, line, text } from "./scalars.ts";

/** content/game-days/ID.mdx: a practised failure; its times are kept apart from real ones. */
export const gameDay = z.strictObject({
  title: line.describe("What was practised"),
  kind: z.enum(["game-day", "dry-run"]).default("game-day").describe("A live exercise or a walk-through"),
  on: date.describe("The day"),
  scenario: text.describe("What was made to fail"),
  services: z.array(id).min(1, "names no service").describe("Services that took part"),
  participants: z.array(handle).default([]).describe("Who took part"),
  runbooks: z
    .array(
      z.strictObject({
        runbook: id.describe("The runbook"),
        outcome: z.enum(["helped", "partly", "did-not-help", "did-harm"]).describe("Whether it helped"),
        note: line.optional().describe("What was missing or wrong"),
      }),
    )
    .default([])
    .describe("Runbooks that were tested"),
  measured: z
    .strictObject({
      started: instant.describe("When the failure was injected"),
      detected: instant.optional().describe("When it was noticed"),
      acknowledged: instant.optional().describe("When somebody took it"),
      mitigated: instant.optional().describe("When users would have stopped being hurt"),
      resolved: instant.optional().describe("When all was well"),
    })
    .optional()
    .describe("Measured instants"),
  findings: z.array(line).default([]).describe("What was found"),
  actionItems: z.array(actionItem).default([]).describe("Follow-ups"),
  tags: z.array(id).default([]).describe("Free words"),
  aliases,
});

export type GameDay = z.output<typeof gameDay>;
