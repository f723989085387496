import { z } from "zod";
import { impactLevel } from "./incident.ts";
import {
  aliases,
  duration,
  handle,
  id,
  imported,
  instant,
  line,
  text,
  timeZone,
  visibility,
} from "./scalars.ts";

const once = z.strictObject({
  from: instant.describe("First instant of the window"),
  to: instant.describe("First instant after it"),
});

const recurring = z.strictObject({
  starts: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "is not a local time such as 2026-03-01T02:00")
    .describe("First start, local time in the zone"),
  zone: timeZone.describe("Zone of the local time"),
  rule: z
    .string()
    .regex(
      /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/,
      "is not a recurrence rule such as FREQ=WEEKLY;BYDAY=TU",
    )
    .describe("Recurrence rule, RFC 5545"),
  length: duration.describe("Length of each window"),
});

const override = z.strictObject({
  window: instant.optional().describe("Start of the window that it is about; the only one when absent"),
  state: z
    .enum(["scheduled", "in_progress", "verifying", "completed", "cancelled"])
    .describe("State that somebody set"),
  at: instant.describe("From when it holds"),
  by: handle.optional().describe("Who set it"),
});

/** content/maintenance/ID.mdx: planned work, once or recurring. */
export const maintenance = z.strictObject({
  title: line.describe("What is done, for colleagues"),
  publicTitle: line.optional().describe("What is done, for customers"),
  visibility,
  announced: instant
    .optional()
    .describe("When it was published; only announced work is left out of downtime"),
  schedule: z.union([once, recurring]).describe("When: a window, or a recurring one"),
  services: z
    .array(
      z.strictObject({
        service: id.describe("The service"),
        expected: impactLevel.describe("Impact to expect"),
      }),
    )
    .min(1, "names no service")
    .describe("Services and the impact expected"),
  owner: id.optional().describe("Team that does it"),
  states: z.array(override).default([]).describe("States set by hand, over those of the clock"),
  updates: z
    .array(
      z.strictObject({
        at: instant.describe("When it was published"),
        status: z
          .enum(["scheduled", "in_progress", "verifying", "completed"])
          .describe("State that it announced"),
        text: text.describe("The words, plain text"),
        by: handle.optional().describe("Who wrote it"),
      }),
    )
    .default([])
    .describe("What customers were told"),
  changes: z.array(line).default([]).describe("Ids of the changes made in it"),
  tags: z.array(id).default([]).describe("Free words"),
  aliases,
  imported: imported.optional(),
});

export type Maintenance = z.output<typeof maintenance>;
