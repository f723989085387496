import { z } from "zod";
import { actionItem } from "./action-item.ts";
import { aliases, handle, id, imported, instant, line, visibility } from "./scalars.ts";

/** content/postmortems/ID.mdx: what was learned from one or more incidents. */
export const postmortem = z
  .strictObject({
    title: line.describe("What was learned from, in words"),
    publicTitle: line.optional().describe("The title for customers"),
    visibility,
    embargo: instant.optional().describe("Not public before this instant"),
    incidents: z.array(id).describe("The incidents that it explains; none only when it was imported"),
    state: z.enum(["draft", "in-review", "final"]).describe("draft, in-review or final"),
    lesson: line.optional().describe("The one sentence to remember; required when final"),
    authors: z.array(handle).default([]).describe("Who wrote it"),
    reviewers: z.array(handle).default([]).describe("Who reviewed it"),
    drafted: instant.optional().describe("When the first draft was readable"),
    finalized: instant.optional().describe("When it became final; required when final"),
    meeting: z
      .strictObject({
        at: instant.describe("When it is held"),
        attendees: z.array(handle).default([]).describe("Who takes part"),
      })
      .optional()
      .describe("The meeting in which it is reviewed"),
    runbookChanges: z.array(id).default([]).describe("Runbooks that it changes"),
    actionItems: z.array(actionItem).default([]).describe("Follow-ups"),
    tags: z.array(id).default([]).describe("Free words"),
    aliases,
    imported: imported.optional(),
  })
  .refine((entry) => entry.incidents.length > 0 || entry.imported !== undefined, {
    message: "names no incident",
    path: ["incidents"],
  });

export type Postmortem = z.output<typeof postmortem>;
