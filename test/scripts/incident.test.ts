import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { IncidentFlags } from "../../scripts/response/response-flags.ts";
import { contentFolder, minimalFile } from "../support/content-folder.ts";
import { runCheck } from "../support/run-tidemark.ts";
import { incident, now, PATH, record, text } from "./ongoing-incident.ts";

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

  test("its start is that of its first impact where nobody said it, and is asked for where there is none", async () => {
    const folder = contentFolder({ [PATH]: record.replace(/ +started: \S+\n/, "") });
    const end: Partial<IncidentFlags> = { event: "resolve", update: "Cards pass again." };
    expect((await incident(folder, end)).said).toContain("Expected when it started, because it is over");
    await incident(folder, {
      event: "update",
      update: "We look.",
      component: [{ service: "checkout", level: "major_outage" }],
    });
    expect(await incident(folder, end, now + 3_600_000)).toEqual({
      code: 0,
      said: `content/${PATH}: resolved at 2026-04-01T09:00:00Z, started at 2026-04-01T07:10:00Z as its first impact says\n`,
    });
    expect((await runCheck(folder)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
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
