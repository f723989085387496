import { z } from "zod";
import { date, id, instant, line, text, webAddress } from "./scalars.ts";

const level = z.enum(["none", "degraded_performance", "partial_outage", "major_outage"]);
const code = z
  .string()
  .regex(/^[a-z][a-z0-9]{11}$/)
  .describe("Id for other programs, stable over renames");

const affected = z
  .array(z.strictObject({ component: id.describe("The component"), level: level.describe("How badly") }))
  .describe("Which components it concerns");

const updates = z
  .array(
    z.strictObject({
      at: instant.describe("When it was published"),
      status: line.describe("State that it announced"),
      text: text.describe("The words"),
    }),
  )
  .describe("What was said, newest first");

const day = z.strictObject({
  date: date.describe("The day, in the page's zone"),
  kind: z
    .enum(["fine", "degraded_performance", "partial_outage", "major_outage", "maintenance", "no-data"])
    .describe("The worst of that day"),
  minutes: z
    .record(z.string(), z.number().int().min(1))
    .describe("Minutes by level and of maintenance; what is not named is none"),
});

/** status/status.json of a site: how things stand, for programs. */
export const statusDocument = z.strictObject({
  $schema: webAddress.describe("This schema"),
  name: line.describe("Name of the site"),
  page: webAddress.describe("The page that says the same to people"),
  asOf: instant.describe("The instant for which all of it is true"),
  staleAfter: z.number().describe("Seconds after which it should have been renewed"),
  timeZone: line.describe("Zone in which days end"),
  indicator: z.enum(["none", "minor", "major", "critical", "maintenance"]).describe("How everything stands"),
  description: line.describe("The same in words"),
  weighting: z.enum(["outages", "weighted", "any-impact"]).describe("Preset behind each availability"),
  components: z
    .array(
      z.strictObject({
        id: id.describe("Id of the component"),
        code,
        name: line.describe("Its name"),
        group: line.optional().describe("Group that it stands in"),
        state: z
          .enum([
            "operational",
            "under_maintenance",
            "degraded_performance",
            "partial_outage",
            "major_outage",
          ])
          .describe("How it stands"),
        availability: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .describe("Over the days shown; absent without data"),
        days: z.array(day).describe("The last ninety days, oldest first"),
      }),
    )
    .describe("Every component"),
  incidents: z
    .array(
      z.strictObject({
        id: id.describe("Id of the incident"),
        code,
        title: line.describe("What happened"),
        url: webAddress.describe("Its page"),
        status: line.describe("Where it stands"),
        started: instant.describe("When it began"),
        nextUpdate: instant.optional().describe("When more is said at the latest"),
        workaround: text.optional().describe("What helps meanwhile"),
        regions: z.array(line).describe("Regions that are hurt; all when empty"),
        plans: z.array(line).describe("Plans that are hurt; all when empty"),
        affected,
        updates,
      }),
    )
    .describe("Open incidents, newest first"),
  maintenance: z
    .array(
      z.strictObject({
        id: id.describe("Id of the planned work"),
        code,
        title: line.describe("What is done"),
        state: z
          .enum(["scheduled", "in_progress", "verifying", "completed", "cancelled"])
          .describe("Where it stands"),
        from: instant.describe("Planned first instant"),
        to: instant.describe("Planned first instant after it"),
        overrun: z.boolean().describe("Whether it takes longer than planned"),
        affected,
        updates,
      }),
    )
    .describe("Planned work that goes on or comes, the next first"),
});

export type StatusDocument = z.output<typeof statusDocument>;
