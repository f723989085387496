import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ContentFolder,
  digestsOf,
  makeContentFolder,
  minimalFile,
  writeFiles,
} from "../support/content-folder.ts";
import { ended, runBuild, runTidemark, startTidemark } from "../support/run-tidemark.ts";

const CHECKOUT = "services/checkout.mdx";
const OLD = "incidents/2026-03-14-checkout-timeouts.mdx";
const NEW = "incidents/2026-04-01-cards-refused.mdx";
const INTERNAL = "postmortems/2026-03-14-checkout-timeouts.mdx";
const component = minimalFile(CHECKOUT, "alerts:", "component: { name: Checkout }\nalerts:");
const open = `---
title: Cards refused by acquirer-7
publicTitle: Card payments fail
visibility: public
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
customerVisible: true
milestones: { started: 2026-04-01T07:00:00Z, detected: 2026-04-01T07:10:00Z }
impact:
  - { service: checkout, level: partial_outage, from: 2026-04-01T07:00:00Z }
updates:
  - { at: 2026-04-01T07:20:00Z, status: investigating, text: Some cards are refused. }
---

Cards.
`;
let folder: ContentFolder;
let out: string;

beforeAll(async () => {
  folder = makeContentFolder({ [CHECKOUT]: component });
  const built = await runBuild(folder, "public");
  expect(built.stderr).toBe("");
  out = built.out;
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("what the fast lane writes of status and incident is what the full build writes, byte for byte", async () => {
  writeFiles(folder.content, { [NEW]: open });
  const { code, stdout, stderr } = await status();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Status up to date: \d+ files written, 1 incident drawn anew: /);
  expect(read("status/index.html")).toContain("Card payments fail");
  expect(JSON.parse(read("api/v2/summary.json"))).toMatchObject({
    incidents: [{ name: "Card payments fail" }],
  });
  const fast = digestsOf(realpathSync(out));
  const full = await runBuild(folder, "public", ["--out", join(folder.root, "out", "full")]);
  expect(full.code).toBe(0);
  const whole = digestsOf(realpathSync(join(folder.root, "out", "full")));
  const told = Object.keys(whole).filter((path) =>
    /^(?:status|api|history\.|maintenance\.ics|incidents\/2026-)/.test(path),
  );
  expect(told.length).toBeGreaterThan(20);
  expect(Object.fromEntries(told.map((path) => [path, fast[path]]))).toEqual(
    Object.fromEntries(told.map((path) => [path, whole[path]])),
  );
});

test("a broken file elsewhere and what is overdue are in nobody's way", async () => {
  writeFiles(folder.content, {
    [INTERNAL]: "---\ntitle: [\n---\n",
    [NEW]: open.replace("Some cards are refused.", "Most cards are refused."),
  });
  const { code, stderr } = await status();
  writeFiles(folder.content, { [INTERNAL]: minimalFile(INTERNAL) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(read("status/index.html")).toContain("Most cards are refused.");
});

test.each([
  ["YAML that cannot be read", open.replace("title:", "title: [")],
  ["an unknown field", open.replace("services:", "servces:")],
  ["a rule that it breaks", open.replace("started: 2026-04-01T07:00:00Z", "started: 2026-04-01T07:30:00Z")],
])("a public incident with %s stays as it last was, and is reported", async (_, text) => {
  writeFiles(folder.content, { [NEW]: text });
  const { code, stderr } = await status();
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `content/${NEW} has errors (\`tidemark check\` lists them): it stays as it last was.\n`,
  });
  expect(read("status/index.html")).toContain("Most cards are refused.");
  expect(read("incidents/2026-04-01-cards-refused/index.html")).toContain("Most cards are refused.");
});

test("an incident that is no longer public goes at once, although its file has an error", async () => {
  writeFiles(folder.content, {
    [NEW]: open.replace("public\nsev", "internal\nsev").replace("services:", "servces:"),
  });
  const { code, stderr } = await status();
  expect(code).toBe(0);
  expect(stderr).toContain("/incidents/2026-04-01-cards-refused/ is no longer public and was taken away");
  expect(read("status/index.html")).not.toContain("Card payments fail");
  expect(existsSync(join(out, "incidents/2026-04-01-cards-refused/index.html"))).toBe(false);
  const told = Object.keys(digestsOf(realpathSync(out))).filter(
    (path) => /\.(?:xml|txt|json|atom|rss|ics|js)$/.test(path) && read(path).includes("cards-refused"),
  );
  expect(told).toEqual([]);
});

test("people, terms or the site that cannot be read stay as they last were, and are reported", async () => {
  for (const file of ["teams.yaml", "taxonomy.yaml", "site.yaml"]) {
    writeFiles(folder.content, {
      [file]: minimalFile(file).replace(":", ": ["),
      [NEW]: open.replace("Some cards are refused.", `Read without ${file.replace(".yaml", "")}.`),
    });
    const { code, stderr } = await status();
    writeFiles(folder.content, { [file]: minimalFile(file) });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `content/${file} has errors (\`tidemark check\` lists them): it stays as it last was.\n`,
    });
    expect(read("status/index.html")).toContain(`Read without ${file.replace(".yaml", "")}.`);
  }
});

test("words that leak are held back, and the standing site stays", async () => {
  const before = digestsOf(realpathSync(out));
  writeFiles(folder.content, { [NEW]: open.replace("Some cards are refused.", "Ask @grace of it.") });
  const { code, stderr } = await status();
  writeFiles(folder.content, { [NEW]: undefined });
  expect(code).toBe(6);
  expect(stderr).toContain('holds the internal handle "grace"');
  expect(digestsOf(realpathSync(out))).toEqual(before);
});

test("where no site stands it makes one of the status alone; an internal audience has none", async () => {
  const alone = join(folder.root, "out", "alone");
  expect((await status("--out", alone)).code).toBe(0);
  expect(existsSync(join(alone, "status/index.html"))).toBe(true);
  expect((await status("--audience", "internal")).code).toBe(2);
  expect(read(OLD.replace(".mdx", "/index.html"))).toContain("Checkout timeouts at peak");
});

test("watching keeps it up to date until it is stopped", async () => {
  const child = startTidemark(["--content", folder.content, "status", "watch", "--out", out]);
  const said = ended(child);
  let heard = "";
  child.stdout?.on("data", (chunk: Buffer) => (heard += chunk.toString()));
  const times = async (count: number) => {
    for (let turn = 0; turn < 300 && heard.split("Status up to date").length <= count; turn++)
      await pause(100);
  };
  await times(1);
  writeFiles(folder.content, { [NEW]: open });
  await times(2);
  child.kill("SIGTERM");
  expect((await said).code).toBe(0);
  expect(read("status/index.html")).toContain("Card payments fail");
}, 90_000);

function status(...words: string[]) {
  return runTidemark(["--content", folder.content, "status", "build", "--out", out, ...words]);
}

function read(path: string): string {
  return readFileSync(join(out, path), "utf8");
}
