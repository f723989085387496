import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run as runIncident } from "../../scripts/incident.ts";
import type { IncidentFlags } from "../../scripts/response/response-flags.ts";
import { epochOf } from "../../src/core/time.ts";
import type { ContentFolder } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";

export const now = epochOf("2026-04-01T08:00:00Z");
export const ID = "2026-04-01-cards-refused";
export const PATH = `incidents/${ID}.mdx`;
/** An incident that goes on, with remarks and spaces that a command must leave alone. */
export const record = `---
title: "Cards refused" # said by support
visibility: public
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
customerVisible: true
milestones:
  # the graph says so
  started: 2026-04-01T07:00:00Z
  detected:   2026-04-01T07:10:00Z
timeline:
  - { at: 2026-04-01T07:10:00Z, text: "Alert",   kind: alert }
---

## What happened

Cards.
`;

/** The file as it stands. */
export function text(folder: ContentFolder): string {
  return readFileSync(join(folder.content, PATH), "utf8");
}

/** Runs `tidemark incident` on it. */
export function incident({ content }: ContentFolder, flags: Partial<IncidentFlags>, at = now) {
  return runCommand(runIncident, content, at, { id: ID, event: "update", ...flags } as IncidentFlags);
}
