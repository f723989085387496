import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineDifference } from "../../src/core/reports/line-difference.ts";
import type { SiteDifference } from "../../src/core/reports/site-difference.ts";
import { wordsOfPage } from "../../src/core/reports/words-of-page.ts";
import { contentFolder, digestsOf, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runBuild, runTidemark } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const NEW = "incidents/2026-03-20-cards-refused.mdx";

test("a trial shows the words that would become public, added, changed and gone, and publishes nothing", async () => {
  const folder = contentFolder();
  const { out, code } = await runBuild(folder, "public");
  expect(code).toBe(0);
  const before = digestsOf(realpathSync(out));
  const beside = readdirSync(join(folder.root, "out"));
  const record = minimalFile(INCIDENT);
  writeFiles(folder.content, {
    [INCIDENT]: record.replace("Some orders fail.", "Half of the orders fail."),
    [NEW]: record
      .replace("Checkout timeouts at peak", "Cards refused")
      .replaceAll("2026-03-14T", "2026-03-20T")
      .replace(/\nSee \[the postmortem\].*\n/, "\nThe bank was shut.\n")
      .replace(/\n!\[.*\n/, "\n"),
  });
  const words = ["--content", folder.content, "publish", "--dry-run", "--out", out];
  const trial = await runTidemark(words);
  expect({ code: trial.code, stderr: trial.stderr }).toEqual({ code: 0, stderr: "" });
  expect(trial.stdout).toContain("\n+ /incidents/2026-03-20-cards-refused/\n");
  expect(trial.stdout).toMatch(/^ {4}\+ .*The bank was shut\.$/m);
  expect(trial.stdout).toMatch(
    /^~ \/incidents\/2026-03-14-checkout-timeouts\/\n(?: {4}[+-] .*\n)*? {4}- Some orders fail\.\n(?: {4}[+-] .*\n)*? {4}\+ Half of the orders fail\.$/m,
  );
  expect(trial.stdout).toMatch(/\npages: \d+ added, \d+ changed, 0 removed; other files: /);
  expect(digestsOf(realpathSync(out))).toEqual(before);
  expect(readdirSync(join(folder.root, "out"))).toEqual(beside);
  writeFiles(folder.content, {
    [INCIDENT]: record.replace("visibility: public", "visibility: internal"),
    [NEW]: undefined,
  });
  const gone = await runTidemark([...words, "--format", "json"]);
  const { files } = JSON.parse(gone.stdout) as SiteDifference;
  expect(
    files.find(({ path }) => path === "incidents/2026-03-14-checkout-timeouts/index.html"),
  ).toMatchObject({
    change: "removed",
    words: expect.arrayContaining([{ sign: "-", line: "Some orders fail." }]),
  });
});

test("publishing without a trial is refused, and a first trial says that all of it is new", async () => {
  const { code, stderr } = await runTidemark(["publish"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--dry-run") });
});

test("the difference of two texts is the smallest one", () => {
  expect(lineDifference(["a", "b", "c", "d"], ["a", "c", "x", "d"])).toEqual([
    { sign: "-", line: "b" },
    { sign: "+", line: "x" },
  ]);
  expect(lineDifference([], ["a"])).toEqual([{ sign: "+", line: "a" }]);
  expect(lineDifference(["a", "a"], ["a"])).toEqual([{ sign: "-", line: "a" }]);
});

test("the words of a page are those that a reader finds, not its scripts and styles", () => {
  expect(
    wordsOfPage(
      '<title>T &amp; U</title><style>p{color:red}</style><script>let secret = 1;</script><p>One <b>two</b></p><img alt="three four">',
    ),
  ).toEqual(["T & U", "One two", "three four"]);
});
