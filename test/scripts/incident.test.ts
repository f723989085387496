import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { CommandContext } from "../../scripts/command.ts";
import { run as runIncident } from "../../scripts/incident.ts";
import { run as runMaintenance } from "../../scripts/maintenance.ts";
import { run as runNew } from "../../scripts/new.ts";
import type { IncidentFlags, MaintenanceFlags } from "../../scripts/response/response-flags.ts";
import { writeChange } from "../../scripts/response/write-change.ts";
import { updateIncident } from "../../src/core/response/update-incident.ts";
import { epochOf } from "../../src/core/time.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { type ContentFolder, contentFolder, minimalFile } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

const now = epochOf("2026-04-01T08:00:00Z");
const ID = "2026-04-01-cards-refused";
const PATH = `incidents/${ID}.mdx`;
const record = `---
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

describe("an incident while it goes on", () => {
  test("an update is added to the file, with the milestone and the impact that it states, and no other byte changes", async () => {
    const folder = contentFolder({ [PATH]: record });
    const flags: Partial<IncidentFlags> = {
      status: "identified",
      update: "A provider refuses cards.",
      component: [{ service: "Checkout", level: "partial_outage" }],
      nextUpdate: "30min",
      by: "ada",
    };
    expect(await incident(folder, { event: "update", ...flags })).toEqual({
      code: 0,
      said: `content/${PATH}: identified, checkout partial_outage, next update by 2026-04-01T08:30:00Z\n`,
    });
    expect(text(folder)).toBe(
      record
        .replace(
          "07:10:00Z\ntimeline",
          `07:10:00Z
  identified: 2026-04-01T08:00:00Z
impact:
  - service: checkout
    level: partial_outage
    from: 2026-04-01T07:00:00Z
timeline`,
        )
        .replace(
          "kind: alert }\n",
          `kind: alert }
updates:
  - at: 2026-04-01T08:00:00Z
    status: identified
    text: A provider refuses cards.
    components:
      - service: checkout
        level: partial_outage
    nextUpdate: 2026-04-01T08:30:00Z
    by: ada
`,
        ),
    );
    expect((await runCheck(folder)).code).toBe(0);
  });

  test("another level ends the impact before it, none ends it, and a service that was not named is", async () => {
    const folder = contentFolder({ [PATH]: record });
    const at = (minutes: number) => now + minutes * 60_000;
    const say = (component: IncidentFlags["component"], minutes: number) =>
      incident(folder, { event: "update", component: component! }, at(minutes));
    await say([{ service: "checkout", level: "major_outage" }], 0);
    await say([{ service: "checkout", level: "degraded_performance" }], 5);
    await say([{ service: "payments", level: "partial_outage" }], 6);
    await say([{ service: "checkout", level: "none" }], 9);
    const written = text(folder).replace(/\n {4}/g, ", ");
    expect(written).toContain("services: [checkout, payments]");
    expect(written.match(/^ {2}- service.*$/gm)).toEqual([
      "  - service: checkout, level: major_outage, from: 2026-04-01T07:00:00Z, to: 2026-04-01T08:05:00Z",
      "  - service: checkout, level: degraded_performance, from: 2026-04-01T08:05:00Z, to: 2026-04-01T08:09:00Z",
      "  - service: payments, level: partial_outage, from: 2026-04-01T08:06:00Z",
    ]);
    expect(written).not.toContain("updates:");
  });

  test("its end is a milestone, the end of every impact and the last words, and passes the check", async () => {
    const folder = contentFolder({ [PATH]: record });
    await incident(folder, {
      event: "update",
      update: "We look.",
      component: [{ service: "checkout", level: "major_outage" }],
    });
    const { code, said } = await incident(
      folder,
      { event: "resolve", update: "Cards pass again.", mitigated: "2026-04-01T08:20:00Z" },
      now + 3_600_000,
    );
    expect({ code, said }).toEqual({ code: 0, said: `content/${PATH}: resolved at 2026-04-01T09:00:00Z\n` });
    expect(text(folder)).toContain("  mitigated: 2026-04-01T08:20:00Z\n  resolved: 2026-04-01T09:00:00Z\n");
    expect(text(folder)).toContain("    to: 2026-04-01T08:20:00Z\n");
    expect(text(folder)).toMatch(
      /text: Cards pass again\.\n {4}components:\n {6}- service: checkout\n {8}level: none/,
    );
    expect((await runCheck(folder)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect((await incident(folder, { event: "resolve", update: "Again." })).said).toContain(
      "Unexpected end of an incident that was over at 2026-04-01T09:00:00Z",
    );
    expect((await incident(folder, { event: "update", status: "monitoring", update: "Hm." })).said).toContain(
      "Unexpected change of an incident that is resolved",
    );
  });

  test.each<[string, Partial<IncidentFlags>, number, string]>([
    ["no words", { event: "update", status: "monitoring" }, 2, "Expected the words of the update"],
    ["nothing at all", { event: "update" }, 2, "Expected something to record"],
    [
      "an end by the back door",
      { event: "update", status: "resolved", update: "Over." },
      2,
      "incident resolve",
    ],
    ["an end without words", { event: "resolve" }, 2, "Expected words for customers"],
    ["a stranger", { event: "update", update: "x", by: "eve" }, 2, "Unexpected person `eve`"],
    [
      "a promise in the past",
      { event: "update", update: "x", nextUpdate: "2026-04-01T07:00:00Z" },
      2,
      "expected one after",
    ],
    [
      "an unknown service",
      { event: "update", component: [{ service: "chekout", level: "none" }] },
      2,
      "`checkout`",
    ],
    [
      "an unknown incident",
      { event: "update", id: "2026-04-01-cards-refusd", update: "x" },
      2,
      "There is no incident",
    ],
    [
      "an end before the start",
      { event: "resolve", update: "x", resolved: "2026-04-01T06:00:00Z" },
      1,
      "would not pass the check",
    ],
    [
      "a handle in words for customers",
      { event: "update", update: "Grace has found it." },
      6,
      'internal handle "grace"',
    ],
  ])("%s is refused, and nothing is written", async (_, flags, code, sentence) => {
    const folder = contentFolder({ [PATH]: record });
    const ended = await incident(folder, { event: "update", ...flags });
    expect(ended.said).toContain(sentence);
    expect(ended.said).toMatch(/Nothing was written\.\n$/);
    expect(ended.code).toBe(code);
    expect(text(folder)).toBe(record);
  });

  test("trouble in another file is in nobody's way; in the file itself it is", async () => {
    const other = "incidents/2026-03-14-checkout-timeouts.mdx";
    const folder = contentFolder({ [PATH]: record, [other]: minimalFile(other, "visibility", "visiblity") });
    expect((await incident(folder, { event: "update", update: "We look." })).code).toBe(0);
    writeFileSync(join(folder.content, PATH), record.replace("visibility", "visiblity"));
    const { code, said } = await incident(folder, { event: "update", update: "We look." });
    expect({ code, said }).toEqual({
      code: 2,
      said: `content/${PATH} has errors and cannot be changed by a command: \`tidemark check\` lists them.\nNothing was written.\n`,
    });
  });
});

describe("opening one by a command", () => {
  test("the draft is that of `new`, with the first words and the impact of each component", async () => {
    const folder = contentFolder();
    const { code, stdout, stderr } = await runTidemark([
      ...["--content", folder.content, "incident", "open", "--title", "Cards refused at 10.0.0.7"],
      ...["--public-title", "Card payments fail", "--visibility", "public", "--severity", "P1"],
      ...["--component", "checkout=partial_outage", "--update", "We look into it.", "--next-update", "30min"],
      ...["--customer-visible", "--by", "ada"],
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${folder.content}/incidents/2026-04-01-cards-refused-at-10-0-0-7.mdx\n`);
    const written = readFileSync(stdout.trim(), "utf8");
    expect(written).toContain("services: [checkout]\n");
    expect(written).toMatch(
      /impact:\n {2}- service: checkout\n {4}level: partial_outage\n {4}from: 2026-04-01T08:00:00Z\n/,
    );
    expect(written).toMatch(
      /updates:\n {2}- at: 2026-04-01T08:00:00Z\n {4}status: investigating\n {4}text: We look into it\./,
    );
    expect((await runCheck(folder)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a public title that names a colleague is refused before anything is written", async () => {
    const { code, said } = await runCommand(runNew, contentFolder().content, now, {
      kind: "incident",
      dryRun: false,
      title: "Cards refused",
      publicTitle: "Ask @grace about cards",
      visibility: "public",
      severity: "SEV3",
      service: ["checkout"],
    });
    expect({ code, said }).toEqual({
      code: 6,
      said: expect.stringMatching(/internal handle "grace".*\nNothing was written\.\n$/),
    });
  });
});

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

test("of two who write at once each is recorded or told, and no update is lost", async () => {
  const folder = contentFolder({ [PATH]: record });
  const words = ["One.", "Two.", "Three."];
  const runs = await Promise.all(
    words.map((update) =>
      runTidemark(["--content", folder.content, "incident", "update", ID, "--update", update]),
    ),
  );
  const told = words.filter((_, index) => runs[index]!.code === 0);
  expect(told.length).toBeGreaterThan(0);
  for (const { code, stderr } of runs)
    if (code !== 0) expect(stderr).toContain("was changed by somebody else meanwhile");
  expect([...text(folder).matchAll(/text: (\w+\.)$/gm)].map((match) => match[1]!).sort()).toEqual(
    told.sort(),
  );
});

test("what was written after the content was read, and before the file was, stays", async () => {
  const folder = contentFolder({ [PATH]: record });
  const read = readContent(folder.content, cacheFolderOf(folder.content)).knowledgeBase!;
  await incident(folder, { update: "One." });
  const write = async (context: CommandContext<object>) =>
    writeChange(
      context,
      { knowledgeBase: read, now },
      read.look.incident.get(ID)!,
      (fresh) => updateIncident(read, fresh, { update: "Two." }, now),
      ["Two."],
    );
  expect((await runCommand(write, folder.content, now, {})).code).toBe(0);
  expect(text(folder)).toMatch(/text: One\.\n(?:.*\n)*? *text: Two\.\n/);
});

test("a writer waits for another that is at it, and takes over from one that was killed", async () => {
  const folder = contentFolder({ [PATH]: record });
  const module = resolve(import.meta.dirname, "../../src/loader/writing-lock.ts");
  const holder = spawn(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { acquireWritingLock } = await import(${JSON.stringify(module)}); acquireWritingLock(${JSON.stringify(folder.content)}); console.log("held"); setInterval(() => {}, 1000);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => void holder.kill("SIGKILL"));
  await new Promise((done) => holder.stdout.once("data", done));
  const waiting = runTidemark(["--content", folder.content, "incident", "update", ID, "--update", "Words."]);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(text(folder)).toBe(record);
  holder.kill("SIGKILL");
  const { code, stderr } = await waiting;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(text(folder)).toContain("Words.");
});

function text(folder: ContentFolder): string {
  return readFileSync(join(folder.content, PATH), "utf8");
}

function incident({ content }: ContentFolder, flags: Partial<IncidentFlags>, at = now) {
  return runCommand(runIncident, content, at, { id: ID, event: "update", ...flags } as IncidentFlags);
}

function maintenance({ content }: ContentFolder, flags: Partial<MaintenanceFlags>, at = now) {
  return runCommand(runMaintenance, content, at, { id: "weekly-patches", ...flags } as MaintenanceFlags);
}
