import { readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ContentFolder,
  contentFolder,
  digestsOf,
  minimalFile,
  writeFiles,
} from "../support/content-folder.ts";
import { plantInDrawnPage } from "../support/plant-in-drawn-page.ts";
import { ended, giveCompiledSite, runBuild, runTidemark, startTidemark } from "../support/run-tidemark.ts";
import { builtFolder } from "./built-folder.ts";

const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";
/** Milliseconds after which a build is killed. */
const KILLS =
  process.env.TIDEMARK_TESTS === "all"
    ? Array.from({ length: 20 }, () => 50 + Math.floor(Math.random() * 1_300))
    : [300, 700];

/** For tests that leave everything as it was; the others have a folder of their own, so that none can fail another. */
let folder: ContentFolder;
let site: Record<string, string>;

beforeAll(async () => {
  ({ folder, site } = await builtFolder());
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("two builds at once, of one place and of two: each is whole or says who is in its way", async () => {
  const own = contentFolder();
  await giveCompiledSite(own);
  const words = (out: string, asOf: string) => [
    "--content",
    own.content,
    "--as-of",
    asOf,
    "build",
    "--out",
    join(own.root, "out", out),
  ];
  const runs = await Promise.all([
    runTidemark(words("twin", "2026-04-01T08:00:00Z")),
    runTidemark(words("twin", "2026-04-01T08:00:00Z")),
    runTidemark(words("other", "2026-03-18T08:00:00Z")),
  ]);
  for (const { code, stderr } of runs)
    if (code !== 0)
      expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining("Another build holds") });
  expect(runs.some(({ code }) => code === 0)).toBe(true);
  if (runs[0]?.code === 0 || runs[1]?.code === 0)
    expect(digestsOf(realpathSync(join(own.root, "out", "twin")))).toEqual(site);
});

test("a build that is killed at any moment leaves the old site, and the next one recovers", async () => {
  const own = contentFolder();
  const text = [minimalFile(POSTMORTEM), minimalFile(POSTMORTEM, "one click away", "two clicks away")];
  const { out, code: first } = await runBuild(own);
  expect(first).toBe(0);
  let old = site;
  for (const [turn, wait] of KILLS.entries()) {
    writeFiles(own.content, { [POSTMORTEM]: text[(turn + 1) % 2] });
    const child = startTidemark(["--content", own.content, "build", "--out", out]);
    await pause(wait);
    child.kill("SIGKILL");
    const { code } = await ended(child);
    if (code === null) expect(digestsOf(realpathSync(out))).toEqual(old);
    expect((await runBuild(own)).code).toBe(0);
    old = digestsOf(realpathSync(out));
    const page = readFileSync(join(out, "postmortems/2026-03-14-checkout-timeouts/index.html"), "utf8");
    expect(page).toContain(turn % 2 === 0 ? "two clicks away" : "one click away");
  }
  writeFiles(own.content, { [POSTMORTEM]: text[0] });
  expect((await runBuild(own)).code).toBe(0);
  expect(digestsOf(realpathSync(out))).toEqual(site);
});

test("a build that is asked to stop says so, ends with 4 and leaves the old site", async () => {
  const own = contentFolder();
  const { out, code: first } = await runBuild(own);
  expect(first).toBe(0);
  const child = startTidemark([
    "--content",
    own.content,
    "build",
    "--out",
    out,
    "--as-of",
    "2026-03-30T00:00:00Z",
  ]);
  await pause(400);
  child.kill("SIGTERM");
  const { code, signal, stderr } = await ended(child);
  // A build that was done before it was asked, or that had no time to listen, is as well.
  if (code === 4) expect(stderr).toBe("Stopped before it was done; nothing was published.\n");
  else expect([0, null]).toContain(code ?? (signal === "SIGTERM" ? null : signal));
  expect((await runBuild(own)).code).toBe(0);
  expect(digestsOf(realpathSync(out))).toEqual(site);
});

test("content that got an error does not build, and the old site stands", async () => {
  const own = contentFolder();
  expect((await runBuild(own)).code).toBe(0);
  writeFiles(own.content, { [POSTMORTEM]: minimalFile(POSTMORTEM, "## Summary", "## Summary {1}") });
  const { code, stderr, out } = await runBuild(own);
  expect(code).toBe(1);
  expect(stderr).toContain("content/postmortems/2026-03-14-checkout-timeouts.mdx");
  expect(stderr).toMatch(/22:12 +error/);
  expect(digestsOf(realpathSync(out))).toEqual(site);
});

test("a leak that got into a public page ends with 6, names file and token, and nothing is published", async () => {
  const own = contentFolder();
  const first = await runBuild(own, "public");
  expect(first.code).toBe(0);
  const old = digestsOf(realpathSync(first.out));
  plantInDrawnPage(own, "public", "Some orders fail.", "Ask @grace of it.");
  const { code, stderr } = await runBuild(own, "public");
  expect({ code, stderr }).toEqual({
    code: 6,
    stderr: expect.stringContaining(
      'incidents/2026-03-14-checkout-timeouts/index.html holds the internal handle "grace"',
    ),
  });
  expect(stderr).toMatch(/Nothing was published: the site before it still stands\.\n$/);
  expect(digestsOf(realpathSync(first.out))).toEqual(old);
});
