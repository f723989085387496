import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run as runNew } from "../../scripts/new.ts";
import { contentFolder } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";
import { now } from "./ongoing-incident.ts";

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
