import type { z } from "zod";
import { gameDay } from "./game-day.ts";
import { incident } from "./incident.ts";
import { changeLog, journeys, measurement, onCallLog, review, suppressions, template } from "./logs.ts";
import { maintenance } from "./maintenance.ts";
import { postmortem } from "./postmortem.ts";
import { runbook } from "./runbook.ts";
import { service } from "./service.ts";
import { site } from "./site.ts";
import { taxonomy } from "./taxonomy.ts";
import { teams } from "./teams.ts";

/** The kinds of file, where each lives and its schema: a new kind is a schema and a row here. */
export const KINDS = {
  site: { at: "site.yaml", schema: site },
  taxonomy: { at: "taxonomy.yaml", schema: taxonomy },
  teams: { at: "teams.yaml", schema: teams },
  journeys: { at: "journeys.yaml", schema: journeys },
  suppressions: { at: "suppressions.yaml", schema: suppressions },
  service: { at: "services/*.mdx", schema: service },
  incident: { at: "incidents/*.mdx", schema: incident },
  postmortem: { at: "postmortems/*.mdx", schema: postmortem },
  runbook: { at: "runbooks/*.mdx", schema: runbook },
  maintenance: { at: "maintenance/*.mdx", schema: maintenance },
  "game-day": { at: "game-days/*.mdx", schema: gameDay },
  template: { at: "templates/*.mdx", schema: template },
  review: { at: "reviews/*.mdx", schema: review },
  changes: { at: "changes/*.yaml", schema: changeLog },
  "on-call": { at: "on-call/*.yaml", schema: onCallLog },
  measurement: { at: "measurements/*.yaml", schema: measurement },
} as const satisfies Record<string, { at: string; schema: z.ZodType }>;

export type Kind = keyof typeof KINDS;

/** The data of a kind after its schema. */
export type DataOf<K extends Kind> = z.output<(typeof KINDS)[K]["schema"]>;

/** Files that a content folder cannot do without. */
export const REQUIRED_KINDS: readonly Kind[] = ["site", "taxonomy", "teams"];
