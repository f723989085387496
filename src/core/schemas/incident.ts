import { z } from "zod";
import { actionItem } from "./action-item.ts";
import { cost, exposure, vendor } from "./incident-consequences.ts";
import { detection, hypothesis, role, runbookUse } from "./incident-response.ts";
import {
  aliases,
  countRange,
  date,
  handle,
  id,
  imported,
  instant,
  line,
  milestone,
  precision,
  text,
  visibility,
  webAddress,
} from "./scalars.ts";

/** The milestones in their usual order. */
export const MILESTONES = [
  "started",
  "detected",
  "paged",
  "acknowledged",
  "declared",
  "identified",
  "mitigated",
  "resolved",
  "verified",
  "closed",
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

/** How badly one service was hurt. */
export const impactLevel = z.enum(["major_outage", "partial_outage", "degraded_performance", "none"]);

const severityId = z.string().describe("A severity of taxonomy.yaml");

const milestones = z.strictObject({
  started: milestone.optional().describe("When the fault began to hurt users, as established afterwards"),
  detected: milestone.describe("The first alert or human who noticed"),
  paged: milestone.optional().describe("When a page was sent"),
  acknowledged: milestone.optional().describe("When a responder took the page"),
  declared: milestone.optional().describe("When it was called an incident"),
  identified: milestone.optional().describe("When it was understood well enough to act"),
  mitigated: milestone.optional().describe("When users stopped being hurt; the last one that held"),
  resolved: milestone
    .optional()
    .describe("First instant from which the service met its objective and kept to it"),
  verified: milestone.optional().describe("When somebody confirmed resolved against the objective"),
  closed: milestone.optional().describe("When the record was finished"),
});

const impact = z.strictObject({
  service: id.describe("The service that was hurt"),
  level: impactLevel.describe("How badly"),
  from: instant.describe("First instant of this impact"),
  to: instant.optional().describe("First instant after it; absent while it lasts"),
  fraction: z.number().min(0).max(1).optional().describe("Measured share of failed requests, 0 to 1"),
  regions: z.array(line).default([]).describe("Regions that were hurt; all when empty"),
  plans: z.array(line).default([]).describe("Plans or customer groups that were hurt; all when empty"),
});

/** Something that shows what happened. */
export const evidence = z.strictObject({
  title: line.describe("What it shows"),
  url: webAddress.optional().describe("Where it is"),
  file: line.optional().describe("Copy in the content folder, relative to it"),
  expires: date.optional().describe("When the link stops working"),
});

/** One entry of the timeline. */
export const timelineEntry = z.strictObject({
  at: instant.describe("When"),
  precision: precision.optional(),
  kind: z
    .enum(["observation", "alert", "action", "decision", "communication", "hand-over", "change"])
    .default("observation")
    .describe("What kind of event"),
  text: text.describe("What happened, plain text"),
  by: handle.optional().describe("Who"),
  reasoning: text.optional().describe("Why a decision was taken, as it looked then"),
  key: z.boolean().default(false).describe("Whether it was a turning point; wants evidence"),
  evidence: z.array(evidence).default([]).describe("What shows it"),
  public: z.boolean().default(false).describe("Whether the public incident page may show it"),
});

/** What customers were told. */
export const update = z.strictObject({
  at: instant.describe("When it was published"),
  status: z
    .enum(["investigating", "identified", "monitoring", "resolved"])
    .describe("State that it announced"),
  text: text.describe("The words, plain text"),
  components: z
    .array(
      z.strictObject({
        service: id.describe("The service"),
        level: impactLevel.describe("What was said of it"),
      }),
    )
    .default([])
    .describe("What it said of each component"),
  nextUpdate: instant.optional().describe("When the next update was promised"),
  by: handle.optional().describe("Who wrote it"),
});

/** content/incidents/YYYY-MM-DD-WORDS.mdx: the record of one incident. */
export const incident = z.strictObject({
  title: line.describe("What happened, for colleagues"),
  publicTitle: line.optional().describe("What happened, for customers"),
  visibility,
  embargo: instant.optional().describe("Not public before this instant"),
  nearMiss: z.boolean().default(false).describe("Whether nobody was hurt, though it was close"),
  severity: z
    .strictObject({
      initial: severityId.describe("Severity at first"),
      peak: severityId.describe("Highest severity"),
      final: severityId.optional().describe("Severity as it was judged in the end"),
    })
    .describe("Severity over time"),
  services: z.array(id).min(1, "names no service").describe("Services that were involved"),
  journeys: z.array(id).default([]).describe("Journeys of users that were broken"),
  team: id.optional().describe("Team that led the response"),
  channel: line.optional().describe("Where the response is coordinated: a chat room or a call"),
  customerVisible: z.boolean().default(false).describe("Whether customers could notice"),
  milestones: milestones.describe("Instants of the lifecycle; every duration is computed from them"),
  impact: z
    .array(impact)
    .default([])
    .describe("Who was hurt how badly when; wins over milestones for downtime"),
  roles: z.array(role).default([]).describe("Who held which role when"),
  detection: detection.optional().describe("How it was noticed"),
  trigger: id.optional().describe("What set it off; a trigger of taxonomy.yaml"),
  layers: z.array(id).default([]).describe("Layers of taxonomy.yaml"),
  factors: z
    .array(
      z.union([
        id,
        z.strictObject({
          factor: id.describe("A factor of taxonomy.yaml"),
          note: line.describe("How it contributed"),
        }),
      ]),
    )
    .default([])
    .describe("What contributed; there is no single root cause"),
  failureModes: z.array(id).default([]).describe("How the handling failed"),
  signature: id.optional().describe("Groups repeats of the same failure"),
  relatedTo: z.array(id).default([]).describe("Incidents that a reader should know of"),
  causedBy: z.array(line).default([]).describe("Ids of the changes that set it off"),
  timeline: z.array(timelineEntry).default([]).describe("What happened, in order"),
  updates: z.array(update).default([]).describe("What customers were told, in order"),
  hypotheses: z.array(hypothesis).default([]).describe("What was thought to be wrong"),
  runbooks: z.array(runbookUse).default([]).describe("Runbooks that were used and whether they helped"),
  remediation: z
    .enum(["automation", "automation-assisted", "people"])
    .optional()
    .describe("What restored the service"),
  workaround: text.optional().describe("What customers could do meanwhile"),
  usersAffected: countRange.optional().describe("How many users were hurt"),
  supportTickets: z.number().int().min(0).optional().describe("How many tickets came in"),
  cost: cost.optional().describe("What it cost"),
  exposure: exposure.optional().describe("Scope of a security or data incident; makes it restricted"),
  vendor: vendor.optional().describe("The vendor's part in it"),
  observabilityGaps: z
    .array(z.enum(["metrics", "logs", "traces", "sampling", "log-context", "cardinality"]))
    .default([])
    .describe("What could not be seen"),
  unmetPermissions: z.array(line).default([]).describe("Rights that a responder lacked"),
  postmortem: z
    .strictObject({
      required: z.boolean().describe("Whether one is due, against the policy"),
      reason: line.describe("Why"),
    })
    .optional()
    .describe("A decision that differs from the severity's policy"),
  actionItems: z.array(actionItem).default([]).describe("Follow-ups agreed without a postmortem"),
  tracker: webAddress.optional().describe("The issue in which it is driven"),
  tags: z.array(id).default([]).describe("Free words"),
  aliases,
  imported: imported.optional(),
});

export type Incident = z.output<typeof incident>;
export type Impact = z.output<typeof impact>;
export type TimelineEntry = z.output<typeof timelineEntry>;
