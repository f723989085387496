import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { CommandContext, VerifyFlags } from "../../scripts/command.ts";
import { run } from "../../scripts/runbook.ts";
import { check } from "../../src/core/check.ts";
import { epochOf } from "../../src/core/time.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-verify-"));
const contentDir = join(scratch, "content");
const file = join(contentDir, "runbooks", "pool.mdx");
const now = epochOf("2026-04-01T08:00:00Z");
const page = `---
title: The pool runs dry # as the alert says
visibility: internal
owner: payments
verified: { on: 2026-03-20, by: ada, how: read } # by the book
variables:
  - { name: POD, description: Which pod }
decisions:
  - id: start
    do: Look at it
---

## Mitigation

Restart $POD.
`;

beforeEach(() => {
  rmSync(contentDir, { recursive: true, force: true });
  cpSync(resolve(import.meta.dirname, "../fixtures/minimal"), contentDir, { recursive: true });
  writeFileSync(file, page);
});
afterAll(() => rmSync(scratch, { recursive: true }));

test("writes day, person, how and the digest of the text, and no other byte", async () => {
  expect(await verify({ ids: ["pool"], by: "grace", how: "game-day", on: "2026-03-31" })).toEqual({
    code: 0,
    said: expect.stringMatching(/^pool: verified on 2026-03-31 by grace \(game-day\), text [0-9a-f]{12}\n$/),
  });
  const text = /text: "?([0-9a-f]{12})/.exec(readFileSync(file, "utf8"))?.[1];
  expect(readFileSync(file, "utf8").replaceAll('"', "")).toBe(
    page.replace(
      "{ on: 2026-03-20, by: ada, how: read }",
      `{ on: 2026-03-31, by: grace, how: game-day, text: ${text} }`,
    ),
  );
  expect(changed()).toEqual([]);
});

test("takes today for the day, and begins a verification where there was none", async () => {
  write(page.replace(/^verified.*\n/m, ""));
  expect((await verify({ ids: ["pool"], by: "ada", how: "read" })).code).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(
    /^owner: payments\nverified:\n {2}"?on"?: 2026-04-01\n {2}by: ada\n {2}how: read\n {2}text: "?[0-9a-f]{12}"?\nvariables:$/m,
  );
});

test.each<[string, (text: string) => string, boolean]>([
  ["a word of the body", (text) => text.replace("Restart", "Stop"), true],
  ["a variable", (text) => text.replace("Which pod", "Which pods"), true],
  ["a new right", (text) => text.replace("variables:", "permissions:\n  - name: Deploy\nvariables:"), true],
  ["a decision", (text) => text.replace("do: Look at it", "do: Look away"), true],
  ["the order of lines", (text) => text.replace("\n\nRestart", "\nRestart"), true],
  ["white space at line ends", (text) => `${text.replace("Mitigation\n", "Mitigation  \n")}\n\n`, false],
  ["line ends", (text) => text.replaceAll("\n", "\r\n"), false],
  ["the title, the owner and remarks", (text) => text.replace("# by the book", "# and again"), false],
  ["the verification's own day", (text) => text.replace("on: 2026-03-20", "on: 2026-03-21"), false],
])("a change of %s: said to be a change or not", async (_, change, isChange) => {
  expect(changed()).toEqual([]);
  await verify({ ids: [], adopt: true });
  expect(changed()).toEqual([]);
  write(change(readFileSync(file, "utf8")));
  expect(changed()).toEqual(isChange ? ["runbook-changed"] : []);
});

test("adopting keeps day, person and how, takes every runbook, and never covers up a change", async () => {
  expect((await verify({ ids: [], adopt: true })).said).toMatch(
    /^pool: verified on 2026-03-20 by ada \(read\)/m,
  );
  write(readFileSync(file, "utf8").replace("Restart", "Stop"));
  expect((await verify({ ids: [], adopt: true })).said).toBe(
    "There is nothing to record: every verification has its digest already.\n",
  );
  expect(changed()).toEqual(["runbook-changed"]);
});

test.each<[string, Partial<VerifyFlags>, string]>([
  ["nobody", { ids: ["pool"], how: "read" }, "Say who followed it: --by HANDLE."],
  ["no way", { ids: ["pool"], by: "ada" }, "Say how: --how read, dry-run, game-day or incident."],
  ["no runbook", { by: "ada", how: "read" }, "Say which runbook was followed"],
  ["a runbook that is not there", { ids: ["pol"], by: "ada", how: "read" }, "There is no runbook pol"],
  ["a stranger", { ids: ["pool"], by: "eve", how: "read" }, "There is nobody called eve in teams.yaml."],
  ["a day to come", { ids: ["pool"], by: "ada", how: "read", on: "2026-04-02" }, "has not come yet"],
  ["both ways", { adopt: true, by: "ada" }, "--adopt keeps day, person and how"],
])("%s is refused, and nothing is written", async (_, flags, sentence) => {
  const { code, said } = await verify(flags);
  expect(code).toBe(2);
  expect(said).toContain(sentence);
  expect(readFileSync(file, "utf8")).toBe(page);
});

function write(text: string): void {
  writeFileSync(file, text);
}

/** Whether the check says that the page changed. */
function changed(): string[] {
  const { knowledgeBase, diagnostics, sourceOf } = readContent(contentDir, cacheFolderOf(contentDir));
  return check(knowledgeBase, diagnostics, sourceOf, now)
    .filter(({ file: at }) => at === "content/runbooks/pool.mdx")
    .map(({ code }) => code);
}

async function verify(flags: Partial<VerifyFlags>): Promise<{ code: number; said: string }> {
  let said = "";
  const write = (text: string) => {
    said += text;
  };
  const context = {
    flags: { ids: [], adopt: false, ...flags },
    contentDir,
    now,
    quiet: false,
    environment: { color: false },
    write,
    writeError: write,
  } as unknown as CommandContext<VerifyFlags>;
  return { code: await run(context), said };
}
