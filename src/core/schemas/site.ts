import { z } from "zod";
import { policies } from "./policies.ts";
import { handle, id, instant, line, siteAddress, text, timeZone, webAddress } from "./scalars.ts";
import { SCHEMA_VERSION, versionProblem } from "./schema-version.ts";

const audience = z.strictObject({
  id: id.describe("Name used by --audience and by visibility"),
  name: line.describe("Name in words"),
  includes: z
    .array(id)
    .default(["public"])
    .describe(
      "Visibilities that it may read besides its own; only a named `restricted` shows restricted entries",
    ),
  people: z
    .enum(["roles", "handles"])
    .default("roles")
    .describe("Whether people appear by role or by handle"),
});

const leakException = z.strictObject({
  token: line.describe("The exact token that may appear in public output"),
  reason: line.describe("Why that is no leak"),
});

const notification = z.strictObject({
  id: id.describe("Name of the target"),
  kind: z.enum(["slack", "teams", "discord", "json"]).describe("Shape of the message"),
  secret: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .describe("Name of the environment variable that holds the address"),
  events: z
    .array(z.enum(["opened", "updated", "resolved", "postmortem-due", "item-overdue", "legal-duty-due"]))
    .min(1)
    .describe("What it is told"),
  template: id.optional().describe("Communication template to use"),
});

const alertRoute = z.strictObject({
  labels: z.record(z.string(), line).default({}).describe("Labels that an alert must carry"),
  response: z.enum(["page", "ticket", "ignore"]).describe("What such an alert does"),
  severity: z.string().optional().describe("Severity of the incident that it opens"),
  service: id.optional().describe("Service that it belongs to"),
});

/** content/site.yaml: what this knowledge base is, for whom, and by which policies. */
export const site = z.strictObject({
  schemaVersion: z
    .number()
    .superRefine((version, context) => {
      const message = versionProblem(version);
      if (message) context.addIssue({ code: "custom", message });
    })
    .meta({ const: SCHEMA_VERSION })
    .describe("Version of the content model; `tidemark migrate` raises it"),
  name: line.describe("Name of the organisation or of this knowledge base"),
  description: line.optional().describe("One sentence for visitors"),
  url: siteAddress.describe("Where the site is published, with base path and trailing slash"),
  statusUrl: siteAddress.optional().describe("Where the public status page is published, if apart"),
  timeZone: timeZone.default("UTC").describe("Zone in which times are shown and days end"),
  locales: z
    .array(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/))
    .default(["en"])
    .describe("Languages of the public pages"),
  asOf: instant.optional().describe("Pins the present, for demos and reproducible builds"),
  repository: webAddress.optional().describe("Address of the repository, for edit links"),
  supportUrl: webAddress.optional().describe("Where customers get help"),
  audiences: z.array(audience).default([]).describe("Audiences besides internal and public"),
  policies: policies.prefault({}).describe("Rules of this team"),
  leakExceptions: z
    .array(leakException)
    .default([])
    .describe("Tokens that the leak gate lets pass, each with its reason"),
  notifications: z.array(notification).default([]).describe("Outgoing webhooks"),
  alerting: z.array(alertRoute).default([]).describe("What alerts do, first match wins"),
  approvers: z.array(handle).default([]).describe("Who approves public text"),
  previewUrl: text.optional().describe("Template of a preview address, with {branch} or {number}"),
});

export type Site = z.output<typeof site>;
export type Audience = z.output<typeof audience>;
