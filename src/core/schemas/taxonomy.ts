import { z } from "zod";
import { duration, id, line } from "./scalars.ts";

/** One word of a closed list. */
export const term = z.strictObject({
  id: id.describe("The word used in front matter"),
  name: line.describe("The word as people say it"),
  description: line.describe("One line: when to choose it"),
  aliases: z.array(line).default([]).describe("Other spellings that mean the same"),
});

const actionDeadlines = z.strictObject({
  high: duration.optional().describe("Deadline for high priority; bd counts business days"),
  medium: duration.optional().describe("Deadline for medium priority"),
  low: duration.optional().describe("Deadline for low priority"),
});

/** A severity with its criteria and policy; the first in the list is the highest. */
export const severity = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,9}$/, "is not a severity such as SEV1")
    .describe("The word used in front matter, SEV1"),
  name: line.describe("The word as people say it"),
  description: line.describe("One line: when to choose it"),
  aliases: z.array(line).default([]).describe("Other spellings, such as P1"),
  criteria: z.array(line).default([]).describe("Criteria of impact"),
  updateEvery: duration.optional().describe("How often customers are told something"),
  postmortem: z
    .strictObject({
      required: z.boolean().describe("Whether a postmortem is due"),
      draftWithin: duration.optional().describe("Time from resolved to the draft"),
      finalWithin: duration.optional().describe("Time from resolved to the final postmortem"),
    })
    .describe("Postmortem policy"),
  targets: z
    .strictObject({
      detect: duration.optional().describe("Target time to detect"),
      acknowledge: duration.optional().describe("Target time to acknowledge"),
      mitigate: duration.optional().describe("Target time to mitigate"),
      restore: duration.optional().describe("Target time to restore"),
    })
    .default({})
    .describe("Target times"),
  actionItems: actionDeadlines.default({}).describe("Deadlines of action items by priority"),
});

/** The vocabularies besides severity, by their key in taxonomy.yaml. */
export const VOCABULARIES = ["layers", "triggers", "factors", "detectionSources", "failureModes"] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** content/taxonomy.yaml: the closed lists of words. */
export const taxonomy = z.strictObject({
  severities: z.array(severity).min(1).describe("Severities, highest first"),
  layers: z.array(term).describe("Where in the system"),
  triggers: z.array(term).describe("What set it off"),
  factors: z.array(term).describe("What contributed; an incident may have many"),
  detectionSources: z.array(term).describe("Who or what noticed"),
  failureModes: z.array(term).describe("How the handling failed"),
});

export type Taxonomy = z.output<typeof taxonomy>;
export type Term = z.output<typeof term>;
export type SeverityLevel = z.output<typeof severity>;
