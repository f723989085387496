import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { NewFlags } from "../../scripts/command.ts";
import { askForMissing } from "../../scripts/new/ask-for-missing.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { runTidemark } from "../support/run-tidemark.ts";
import { newDemo } from "./new-demo.ts";

const { demo, contentDir, begun, problems, remove } = newDemo();
afterAll(remove);

describe("the command", () => {
  test("prints the file on a dry run and writes nothing", async () => {
    const { code, stdout, stderr } = await runTidemark([
      "--content",
      contentDir,
      "new",
      "service",
      "--title",
      "Dry",
      "--owner",
      "money",
      "--dry-run",
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Would write ${contentDir}/services/dry.mdx:\n` });
    expect(stdout).toMatch(/^---\ntitle: Dry\nowner: money\n/);
    expect(existsSync(join(contentDir, "services/dry.mdx"))).toBe(false);
  });

  test.each<[string, Omit<NewFlags, "dryRun">, string]>([
    [
      "an unknown service",
      { kind: "runbook", title: "x", service: ["chekout"] },
      "Unexpected service `chekout`. Did you mean `checkout`?",
    ],
    [
      "an unknown severity",
      { kind: "incident", title: "x", severity: "SEV5", service: ["checkout"] },
      "Unexpected severity `SEV5`. Did you mean",
    ],
    ["a missing title", { kind: "service", owner: "money" }, "Expected a title, found nothing."],
    [
      "a visibility that is none",
      { kind: "incident", title: "x", severity: "SEV1", service: ["checkout"], visibility: "pubilc" },
      "Did you mean `public`?",
    ],
    [
      "a time that is on no calendar",
      {
        kind: "incident",
        title: "x",
        severity: "SEV1",
        service: ["checkout"],
        started: "2026-02-30T00:00:00Z",
      },
      "on no calendar",
    ],
    [
      "milestones in an order that cannot be",
      {
        kind: "incident",
        title: "x",
        severity: "SEV1",
        service: ["checkout"],
        started: "2026-09-02T00:00:00Z",
        detected: "2026-09-01T23:00:00Z",
        resolved: "2026-09-01T23:30:00Z",
      },
      "milestone-order",
    ],
    [
      "an end before the beginning",
      {
        kind: "maintenance",
        title: "x",
        service: ["orders"],
        from: "2026-11-02T02:00:00Z",
        to: "2026-11-02T01:00:00Z",
      },
      "Unexpected end",
    ],
    [
      "a second postmortem",
      { kind: "postmortem", incident: "2025-12-06-checkout-timeouts-at-peak" },
      "content/postmortems/2025-12-06-checkout-timeouts-at-peak.mdx",
    ],
    [
      "a text that would run",
      {
        kind: "incident",
        title: "x",
        severity: "SEV1",
        service: ["checkout"],
        summary: "import x from 'y'\n\n{1 + 1}",
      },
      "mdx-code",
    ],
  ])("ends with 2 on %s and writes nothing", async (_, flags, words) => {
    const before = problems();
    const { code, written, said } = await begun(flags);
    expect({ code, written }).toEqual({ code: 2, written: "" });
    expect(said).toContain(words);
    expect(problems()).toEqual(before);
  });

  test("ends with 1 where site.yaml cannot be read", async () => {
    const broken = join(demo, "broken");
    cpSync(contentDir, broken, { recursive: true });
    writeFileSync(join(broken, "site.yaml"), "name: [");
    const { code, said } = await begun({ kind: "service", title: "x", owner: "money" }, broken);
    expect(code).toBe(1);
    expect(said).toContain("yaml-syntax");
  });
});

test("a person is asked for what is missing, again when the answer cannot be used, and for nothing after the input ended", async () => {
  const { knowledgeBase } = readContent(contentDir, cacheFolderOf(contentDir));
  const asked: string[] = [];
  const said: string[] = [];
  const answers = ["Baskets forget", "SEV9", "p2", "checkout, chekout", "checkout, orders", "", "", ""];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift();
  };
  const flags = await askForMissing(knowledgeBase!, { kind: "incident", dryRun: false }, ask, (sentence) =>
    said.push(sentence),
  );
  expect(flags).toEqual({
    kind: "incident",
    dryRun: false,
    title: "Baskets forget",
    severity: "SEV2",
    service: ["checkout", "orders"],
    visibility: "internal",
  });
  expect(said).toEqual([
    "Unexpected severity `SEV9`. Did you mean `SEV1`?",
    "Unexpected service `chekout`. Did you mean `checkout`?",
  ]);
  expect(asked[0]).toBe("What happened, in one sentence? ");
  expect(asked.at(-1)).toBe("Who may read it? (internal, public, restricted, privacy) [internal] ");
  expect(await askForMissing(knowledgeBase!, { kind: "service", dryRun: false }, ask, () => {})).toEqual({
    kind: "service",
    dryRun: false,
  });
});
