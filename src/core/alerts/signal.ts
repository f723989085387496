import { z } from "zod";
import { instant, line, webAddress } from "../schemas/scalars.ts";

/** The monitoring systems whose notifications are understood; `generic` is a shape of ours for all others. */
export const ALERT_SOURCES = ["alertmanager", "pagerduty", "grafana", "generic"] as const;
export type AlertSource = (typeof ALERT_SOURCES)[number];

/** One alert as every monitoring system is made to say it: plain lines, instants, nothing hidden. */
export const signal = z.strictObject({
  source: z.enum(ALERT_SOURCES).describe("Who sent it"),
  signature: line.describe("What is the same of every alert of this kind: its name and its stable labels"),
  name: line.describe("Name of the alert"),
  service: line.optional().describe("The service, as the sender calls it"),
  severity: line.optional().describe("How bad it is, as the sender calls it"),
  state: z.enum(["firing", "resolved"]).describe("Whether it goes on"),
  startsAt: instant.describe("When it began"),
  endsAt: instant.optional().describe("When it was over"),
  labels: z.record(line, line).describe("All its labels"),
  link: webAddress.optional().describe("Where to look"),
  summary: line.optional().describe("What it says, in a line"),
});

export type Signal = z.output<typeof signal>;
