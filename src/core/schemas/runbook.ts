import { z } from "zod";
import { aliases, date, duration, handle, id, imported, instant, line, text, visibility } from "./scalars.ts";

const permission = z.strictObject({
  name: line.describe("The right that is needed"),
  breakGlass: line.optional().describe("How to get it in an emergency"),
});

const variable = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, "is not a variable name")
    .describe("Used in commands as $NAME"),
  description: line.describe("What to fill in"),
  default: line.optional().describe("Value that is filled in already"),
  options: z.array(line).default([]).describe("Values to choose from"),
});

const automationRun = z.strictObject({
  at: instant.describe("When it ran"),
  outcome: z.enum(["resolved", "helped", "failed", "did-harm"]).describe("What came of it"),
  incident: id.optional().describe("In which incident"),
});

const automation = z.strictObject({
  guard: line.describe("What keeps it from doing harm"),
  canary: line.optional().describe("Where it is tried first"),
  wayBack: line.optional().describe("How to undo what it did"),
  validated: date.optional().describe("When it was last validated"),
  runs: z.array(automationRun).default([]).describe("When it ran for real"),
});

const decision = z.strictObject({
  id: id.describe("Name of this node; the first one is where to start"),
  ask: line.optional().describe("A question to answer by looking"),
  do: text.optional().describe("What to do here"),
  runbook: id.optional().describe("A runbook to follow here"),
  answers: z
    .array(z.strictObject({ answer: line.describe("What was seen"), next: id.describe("Node that follows") }))
    .default([])
    .describe("Where each answer leads; none ends the tree"),
});

/** content/runbooks/ID.mdx: steps for a known failure, or a decision tree for an ambiguous one. */
export const runbook = z.strictObject({
  title: line.describe("The failure that it answers"),
  visibility,
  kind: z
    .enum(["runbook", "playbook"])
    .default("runbook")
    .describe("Steps for a known failure, or a tree for an ambiguous one"),
  services: z.array(id).default([]).describe("Services that it is for"),
  alerts: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,120}$/, "is not an alert name"))
    .default([])
    .describe("Alerts that it answers"),
  owner: id.optional().describe("Team that keeps it true"),
  permissions: z.array(permission).default([]).describe("Rights that are needed"),
  verified: z
    .strictObject({
      on: date.describe("When somebody last followed it"),
      by: handle.describe("Who"),
      how: z.enum(["read", "dry-run", "game-day", "incident"]).describe("How it was verified"),
      text: line.optional().describe("Short digest of the runbook's text as it was when verified"),
    })
    .optional()
    .describe("The last verification; absent when there was none"),
  reviewEvery: duration.default("180d").describe("How often it must be verified"),
  estimatedTime: duration.optional().describe("How long it takes"),
  variables: z.array(variable).default([]).describe("Values to fill in once"),
  automation: automation.optional().describe("What a machine does of it"),
  decisions: z.array(decision).default([]).describe("The decision tree of a playbook"),
  tags: z.array(id).default([]).describe("Free words"),
  aliases,
  imported: imported.optional(),
});

export type Runbook = z.output<typeof runbook>;
