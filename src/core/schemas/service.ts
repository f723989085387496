import { z } from "zod";
import { aliases, date, duration, handle, id, line, webAddress } from "./scalars.ts";

/** A share such as 0.999; 1 would leave no budget. */
const target = z.number().gt(0, "is not above 0").lt(1, "is 1 or more, which leaves no error budget");

/** What availability is promised, over which window, measured how. */
export const objective = z.strictObject({
  id: id.describe("Unique within the service or journey"),
  name: line.optional().describe("Name in words"),
  target: target.describe("Promised share of good time, 0.999"),
  window: z
    .union([
      z.strictObject({ rolling: duration.describe("Length of the rolling window, 28d") }),
      z.strictObject({
        calendar: z.enum(["week", "month", "quarter", "year"]).describe("Calendar window in the site's zone"),
      }),
    ])
    .describe("Over which time it is promised"),
  weighting: z
    .enum(["outages", "weighted", "any-impact"])
    .optional()
    .describe("Preset for downtime; the site's by default"),
  source: z.enum(["incidents", "prometheus"]).default("incidents").describe("Where the bad time comes from"),
  query: line.optional().describe("Query that answers the share of good events, for a monitoring system"),
  indicator: line.optional().describe("What is measured, in words"),
  critical: z.boolean().default(false).describe("Whether the 5x burn line applies"),
  maintenance: z
    .enum(["excluded", "counted"])
    .default("excluded")
    .describe("Whether announced maintenance counts as downtime"),
});

const dashboard = z.strictObject({
  title: line.describe("Name of the dashboard"),
  url: webAddress.describe("Address; {service}, {from} and {to} are filled in"),
  owner: id.optional().describe("Handle or team that keeps it true"),
  lastReviewed: date.optional().describe("When somebody last checked it"),
});

const component = z.strictObject({
  name: line.describe("Name that customers know"),
  group: line.optional().describe("Group it stands in"),
  description: line.optional().describe("One line for customers"),
  position: z.number().int().min(0).default(0).describe("Order on the page"),
  showcase: z.boolean().default(true).describe("Whether it is shown on the first screen"),
  onlyShowIfDegraded: z.boolean().default(false).describe("Whether it is hidden while it works"),
  since: date.optional().describe("First day of its history"),
});

const alert = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,120}$/, "is not an alert name")
    .describe("Name of the alert as the monitoring system sends it"),
  response: z.enum(["page", "ticket"]).default("page").describe("Whether it wakes somebody"),
  actionable: z.boolean().default(true).describe("Whether somebody must act on it"),
});

const checklistAnswer = z.strictObject({
  item: id.describe("Item of the readiness checklist"),
  state: z.enum(["yes", "no", "not-applicable"]).describe("Whether it is met"),
  note: line.optional().describe("Evidence or reason"),
  on: date.optional().describe("When it was answered"),
});

/** content/services/ID.mdx: a thing that users or other services depend on. */
export const service = z.strictObject({
  title: line.describe("Name of the service"),
  description: line.optional().describe("One sentence: what it does for whom"),
  owner: id.describe("Team that owns it"),
  criticality: z
    .enum(["critical", "high", "medium", "low"])
    .default("medium")
    .describe("How much depends on it"),
  external: z.boolean().default(false).describe("Whether a vendor runs it"),
  vendor: z
    .strictObject({
      name: line.describe("Name of the vendor"),
      statusUrl: webAddress.optional().describe("The vendor's own status page"),
      support: line.optional().describe("How to reach it"),
    })
    .optional()
    .describe("Who runs it, for external services"),
  dependsOn: z.array(id).default([]).describe("Services that it cannot work without"),
  component: component.optional().describe("What customers see of it; none when absent"),
  objectives: z.array(objective).default([]).describe("What is promised"),
  dashboards: z.array(dashboard).default([]).describe("Where to look"),
  alerts: z.array(alert).default([]).describe("Alerts that it raises"),
  repositories: z.array(webAddress).default([]).describe("Where its code is"),
  permissions: z.array(line).default([]).describe("Rights that responders need"),
  gameDayEvery: duration.optional().describe("How often a game day is due"),
  readiness: z.array(checklistAnswer).default([]).describe("Answers to the production-readiness checklist"),
  contacts: z.array(handle).default([]).describe("People who know it"),
  tags: z.array(id).default([]).describe("Free words"),
  aliases,
});

export type Service = z.output<typeof service>;
export type Objective = z.output<typeof objective>;
