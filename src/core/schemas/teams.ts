import { z } from "zod";
import { date, duration, handle, id, instant, line, timeZone } from "./scalars.ts";

const person = z.strictObject({
  handle: handle.describe("How the person is named everywhere"),
  role: line.describe("Role, shown instead of the person where people are not named"),
  github: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/)
    .optional()
    .describe("GitHub login"),
  active: z.boolean().default(true).describe("Whether work may still be assigned"),
});

const shift = z.strictObject({
  person: handle.describe("Who is on call"),
  from: instant.describe("First instant of the shift"),
  to: instant.describe("First instant after the shift"),
  level: z.enum(["primary", "backup"]).default("primary").describe("Level of the shift"),
});

const roster = z.strictObject({
  zone: timeZone.describe("Zone in which shifts change"),
  rotation: z.array(handle).min(1).describe("Who takes turns, in order"),
  backups: z.array(handle).default([]).describe("Who stands behind them, in order"),
  starts: instant.describe("First instant of the first person's first shift"),
  shiftLength: duration.describe("Length of one shift"),
  overrides: z.array(shift).default([]).describe("Swapped shifts"),
});

const escalationLevel = z
  .strictObject({
    name: line.describe("Primary, backup, manager …"),
    roster: z.enum(["primary", "backup"]).optional().describe("Whoever the team's roster has on call"),
    contacts: z.array(id).default([]).describe("Handles or team ids, in order, after the roster's person"),
    channels: z
      .array(
        z.strictObject({
          kind: z.enum(["page", "phone", "sms", "chat", "email"]).describe("What kind of channel"),
          address: line.optional().describe("Number, address or room"),
        }),
      )
      .min(1)
      .describe("Ways to reach them"),
    after: duration.optional().describe("How long the level before it is tried"),
    lastTested: date.optional().describe("When the path was last tried for real"),
  })
  .refine(({ roster, contacts }) => roster !== undefined || contacts.length > 0, {
    message: "names nobody, expected `contacts` or `roster`",
    path: ["contacts"],
  });

const team = z.strictObject({
  id: id.describe("The team's id"),
  name: line.describe("The team's name"),
  description: line.optional().describe("What it looks after"),
  members: z.array(handle).default([]).describe("Its people"),
  channel: line.optional().describe("Where to find it"),
  roster: roster.optional().describe("Who is on call when"),
  escalation: z.array(escalationLevel).default([]).describe("Whom to call next, in order"),
  aliases: z.array(id).default([]).describe("Old ids of the team; their addresses redirect"),
});

/** content/teams.yaml: people by handle, teams, rosters and escalation. */
export const teams = z.strictObject({
  people: z.array(person).describe("Everybody who is named by handle"),
  teams: z.array(team).describe("The teams"),
});

export type Teams = z.output<typeof teams>;
export type Team = z.output<typeof team>;
export type Person = z.output<typeof person>;
