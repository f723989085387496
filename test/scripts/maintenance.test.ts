import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run as runMaintenance } from "../../scripts/maintenance.ts";
import type { MaintenanceFlags } from "../../scripts/response/response-flags.ts";
import { type ContentFolder, contentFolder } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { runCheck } from "../support/run-tidemark.ts";
import { now } from "./ongoing-incident.ts";

const WORK = "maintenance/weekly-patches.mdx";
const work = `---
title: Weekly patches
visibility: public
schedule: { starts: 2026-03-04T10:00, zone: Europe/Berlin, rule: FREQ=WEEKLY;BYDAY=WE, length: 1h }
services:
  - { service: checkout, expected: none }
---

Patches.
`;

describe("planned work", () => {
  test("begins and ends by somebody's word, of the window that goes on, and not twice", async () => {
    const folder = contentFolder({ [WORK]: work });
    const read = () => readFileSync(join(folder.content, WORK), "utf8");
    expect(await maintenance(folder, { state: "in_progress", by: "ada", update: "We begin." })).toEqual({
      code: 0,
      said: `content/${WORK}: in_progress, the window of 2026-04-01T08:00:00Z\n`,
    });
    expect(read()).toBe(
      work.replace(
        "expected: none }\n",
        `expected: none }
states:
  - window: 2026-04-01T08:00:00Z
    state: in_progress
    at: 2026-04-01T08:00:00Z
    by: ada
updates:
  - at: 2026-04-01T08:00:00Z
    status: in_progress
    text: We begin.
    by: ada
`,
      ),
    );
    expect((await maintenance(folder, { state: "in_progress" })).said).toContain(
      "begun at 2026-04-01T08:00:00Z",
    );
    expect((await maintenance(folder, { state: "completed" }, now + 4_000_000)).code).toBe(0);
    expect((await maintenance(folder, { state: "completed" }, now + 4_000_000)).said).toContain("ended at");
    expect((await runCheck(folder)).code).toBe(0);
  });

  test("does not end before it has begun, nor in a week without a window", async () => {
    const folder = contentFolder({ [WORK]: work });
    const early = await maintenance(folder, { state: "completed" }, now - 3_600_000);
    expect(early.said).toContain("has not begun");
    const late = await maintenance(folder, { state: "in_progress" }, now + 4 * 86_400_000);
    expect(late.said).toContain("no window of this work is within a day from now");
    expect([early.code, late.code]).toEqual([2, 2]);
  });
});

function maintenance({ content }: ContentFolder, flags: Partial<MaintenanceFlags>, at = now) {
  return runCommand(runMaintenance, content, at, { id: "weekly-patches", ...flags } as MaintenanceFlags);
}
