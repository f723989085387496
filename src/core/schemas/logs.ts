import { z } from "zod";
import { aliases, date, handle, id, instant, line, text, webAddress } from "./scalars.ts";
import { objective } from "./service.ts";

const change = z.strictObject({
  id: line.describe("Unique id of the change"),
  at: instant.describe("When it went live"),
  kind: z
    .enum(["deployment", "flag", "configuration", "infrastructure", "data", "vendor"])
    .describe("What kind of change"),
  services: z.array(id).min(1, "names no service").describe("Services that it changed"),
  what: line.describe("What changed"),
  who: id.optional().describe("Handle, or team"),
  url: webAddress.optional().describe("Where to see it"),
  outcome: z.enum(["live", "rolled-back", "failed"]).default("live").describe("What became of it"),
});

/** content/changes/NAME.yaml: a compact log of deployments, flags and configuration. */
export const changeLog = z.strictObject({ changes: z.array(change).describe("The changes, oldest first") });

const workedShift = z.strictObject({
  team: id.describe("The team"),
  person: handle.describe("Who was on call"),
  from: instant.describe("First instant"),
  to: instant.describe("First instant after"),
});

const page = z.strictObject({
  at: instant.describe("When it was sent"),
  team: id.describe("The team that was paged"),
  person: handle.optional().describe("Who was paged"),
  alert: line.describe("Name of the alert"),
  service: id.optional().describe("The service"),
  actionable: z.boolean().default(true).describe("Whether somebody had to act"),
  acknowledged: instant.optional().describe("When it was taken"),
  incident: id.optional().describe("The incident that it belongs to"),
});

/** content/on-call/NAME.yaml: shifts as they were worked and the pages sent. */
export const onCallLog = z.strictObject({
  shifts: z.array(workedShift).default([]).describe("Shifts, without pages too"),
  pages: z.array(page).default([]).describe("Pages, each once"),
});

const journey = z.strictObject({
  id: id.describe("Id of the journey"),
  name: line.describe("What the user does"),
  services: z.array(id).min(1, "names no service").describe("Services that it needs"),
  indicator: line.optional().describe("Its one primary indicator"),
  objectives: z.array(objective).default([]).describe("What is promised; none is a gap"),
});

/** content/journeys.yaml: what users do, and the services behind it. */
export const journeys = z.strictObject({ journeys: z.array(journey).describe("The journeys") });

const suppression = z.strictObject({
  alert: line.describe("Alert that is silenced"),
  service: id.optional().describe("Only for this service"),
  owner: id.describe("Handle or team"),
  reason: line.describe("Why"),
  from: instant.describe("From when"),
  until: instant.optional().describe("Until when; a suppression that never ends is an error"),
});

/** content/suppressions.yaml: silenced alerts. */
export const suppressions = z.strictObject({
  suppressions: z.array(suppression).describe("The suppressions"),
});

/** content/templates/ID.mdx: pre-approved words for an audience. */
export const template = z.strictObject({
  title: line.describe("When to use it"),
  audience: z.enum(["customer", "support", "management"]).describe("Whom it addresses"),
  occasion: z
    .enum(["opened", "updated", "resolved", "postmortem", "maintenance"])
    .describe("On what occasion"),
  severities: z.array(line).default([]).describe("For which severities; all when empty"),
  approved: z
    .strictObject({ by: handle.describe("Who approved it"), on: date.describe("When") })
    .optional()
    .describe("Who approved it when"),
  aliases,
});

/** content/reviews/ID.mdx: decisions taken in a weekly, monthly or quarterly review. */
export const review = z.strictObject({
  title: line.describe("Which review"),
  period: z.enum(["week", "month", "quarter"]).describe("Its rhythm"),
  on: date.describe("The day"),
  participants: z.array(handle).default([]).describe("Who took part"),
  decisions: z
    .array(
      z.strictObject({
        text: text.describe("What was decided"),
        owner: id.optional().describe("Handle or team"),
      }),
    )
    .default([])
    .describe("What was decided"),
  aliases,
});

const availabilityDay = z
  .strictObject({
    date: date.describe("The day, UTC"),
    good: z.number().min(0).describe("Good events"),
    total: z.number().min(0).describe("All events"),
  })
  .refine(({ good, total }) => good <= total, {
    message: "counts more good events than events",
    path: ["good"],
  });

/** content/measurements/NAME.yaml: availability measured by a monitoring system, as a dated snapshot. */
export const measurement = z
  .strictObject({
    service: id.optional().describe("The service whose objective it is"),
    journey: id.optional().describe("The journey whose objective it is, instead of a service"),
    objective: id.describe("The objective"),
    source: line.describe("Where it was measured"),
    taken: instant.describe("When it was read"),
    days: z
      .array(availabilityDay)
      .refine((days) => new Set(days.map((day) => day.date)).size === days.length, "names a day twice")
      .describe("One row a day"),
  })
  .refine(({ service, journey }) => (service === undefined) !== (journey === undefined), {
    message: "expected a `service` or a `journey`, one of the two",
    path: ["objective"],
  });

export type ChangeLog = z.output<typeof changeLog>;
export type Change = z.output<typeof change>;
export type OnCallLog = z.output<typeof onCallLog>;
export type Journeys = z.output<typeof journeys>;
export type Journey = z.output<typeof journey>;
export type Suppressions = z.output<typeof suppressions>;
export type Template = z.output<typeof template>;
export type Review = z.output<typeof review>;
export type Measurement = z.output<typeof measurement>;
