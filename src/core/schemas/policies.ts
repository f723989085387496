import { z } from "zod";
import { clockTime, duration, lengthOrNone, line } from "./scalars.ts";

const share = z.number().min(0).max(1);

const burnRate = z.strictObject({
  rate: z.number().gt(0, "is not above 0").describe("Multiple of the rate that lasts the window"),
  long: duration.describe("Look-back over which it must hold"),
  short: duration.describe("Look-back over which it must still hold"),
  response: z.enum(["page", "ticket"]).default("page").describe("What it asks for"),
});

/** What this team demands of itself; every policy has a default. */
export const policies = z.strictObject({
  postmortemDeadline: z
    .enum(["warn", "fail"])
    .default("warn")
    .describe("Whether a late required postmortem fails the check"),
  overdue: z
    .enum(["warn", "fail"])
    .default("warn")
    .describe("Whether an overdue action item fails the check"),
  grace: lengthOrNone
    .default("3d")
    .describe("How long past its due day an item may be before it fails the check; 0d lets none pass"),
  repeatWindow: duration.default("90d").describe("A repeat has the same signature within this time"),
  relapseWindow: duration
    .default("24h")
    .describe("Under this time the same signature is a relapse of the same incident"),
  weighting: z
    .enum(["outages", "weighted", "any-impact"])
    .default("weighted")
    .describe("Preset for downtime"),
  changeWindow: duration.default("1h").describe("How long before an incident changes are shown"),
  escalationTest: duration.default("90d").describe("How often an escalation path must be tested"),
  dashboardReview: duration.default("180d").describe("How often a dashboard must be reviewed"),
  longWork: duration.default("12h").describe("Length of a normal on-call shift"),
  statusStaleAfter: duration.default("1h").describe("Age at which a status page says that it is old"),
  expiringEvidence: z.array(line).default([]).describe("Hosts whose links expire"),
  night: z
    .strictObject({
      from: clockTime.default("22:00").describe("First minute of the night, in the zone of the roster"),
      to: clockTime.default("06:00").describe("First minute after it"),
    })
    .prefault({})
    .describe("Which pages woke somebody"),
  gameDayEvery: z
    .strictObject({
      critical: duration.default("90d").describe("For critical services"),
      high: duration.default("180d").describe("For services of high criticality"),
      medium: duration.default("365d").describe("For services of medium criticality"),
      low: duration.optional().describe("For services of low criticality; none is due when absent"),
    })
    .prefault({})
    .describe("How often a game day is due by criticality; a service's own gameDayEvery wins"),
  burnRates: z
    .array(burnRate)
    .default([
      { rate: 14.4, long: "1h", short: "5min", response: "page" },
      { rate: 6, long: "6h", short: "30min", response: "page" },
      { rate: 1, long: "3d", short: "6h", response: "ticket" },
    ])
    .describe("Burn of an error budget that wants an answer, fastest first"),
  criticalBurn: z
    .strictObject({
      rate: z
        .number()
        .gt(0, "is not above 0")
        .default(5)
        .describe("Multiple of the rate that lasts the window"),
      over: duration.default("1h").describe("Look-back"),
    })
    .prefault({})
    .describe("The burn line of objectives that are marked critical"),
  targets: z
    .strictObject({
      automatedRemediation: share.default(0.2).describe("Share of incidents resolved by automation alone"),
      pagesPerShift: z.number().min(0).default(4).describe("Actionable pages per on-call shift"),
      groupedPagesPerShift: z
        .number()
        .min(0)
        .default(6)
        .describe("The same, pages of one incident counted once"),
      postmortems: share.default(1).describe("Share of due postmortems that are final"),
      burn: z.number().gt(0, "is not above 0").default(1).describe("Burn of an error budget"),
    })
    .prefault({})
    .describe("What the measures are held against; times by severity stand in taxonomy.yaml"),
  declare: z
    .enum(["default-branch", "pull-request"])
    .default("default-branch")
    .describe("Where a bot records a new incident"),
  alertResolved: z
    .enum(["note", "resolve"])
    .default("note")
    .describe(
      "What the end of all alerts of an incident does: a line in its timeline, or its end where nobody was told of it",
    ),
});
