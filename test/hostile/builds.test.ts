import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type ContentFolder,
  contentFolder,
  digestsOf,
  makeContentFolder,
  minimalFile,
  writeFiles,
} from "../support/content-folder.ts";
import { plantInDrawnPage } from "../support/plant-in-drawn-page.ts";
import { ended, giveCompiledSite, runBuild, runTidemark, startTidemark } from "../support/run-tidemark.ts";

const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";

/** Milliseconds after which a build is killed. */
const KILLS =
  process.env.TIDEMARK_TESTS === "all"
    ? Array.from({ length: 20 }, () => 50 + Math.floor(Math.random() * 1_300))
    : [300, 700];

// Each test builds a few times; on a busy machine that takes a while, and a test that was cut off would still build.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** For tests that leave everything as it was; the others have a folder of their own, so that none can fail another. */
let folder: ContentFolder;
let site: Record<string, string>;

beforeAll(async () => {
  folder = makeContentFolder();
  const { code, out } = await runBuild(folder);
  expect(code).toBe(0);
  site = digestsOf(realpathSync(out));
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

describe("usage that cannot be meant ends with 2 and writes nothing", () => {
  test("an unknown audience", async () => {
    const { code, stderr, out } = await runBuild(folder, "publc");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "There is no audience publc: site.yaml knows internal, public.\n",
    });
    expect(existsSync(out)).toBe(false);
  });

  test("no content folder", async () => {
    const { code, stderr } = await runTidemark([
      "--content",
      join(folder.root, "nowhere"),
      "build",
      "--out",
      join(folder.root, "out", "none"),
    ]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("There is no content folder"),
    });
    expect(existsSync(join(folder.root, "out", "none"))).toBe(false);
  });

  test.each([
    ["a folder that is not ours", (at: string) => mkdirSync(at)],
    ["a file", (at: string) => writeFileSync(at, "mine")],
    ["a link to somewhere else", (at: string) => symlinkSync("/", at)],
  ])("--out that is %s", async (_, make) => {
    const at = join(folder.root, "foreign");
    make(at);
    onTestFinished(() => rmSync(at, { recursive: true }));
    if (statSync(at).isDirectory() && at === realpathSync(at)) writeFileSync(join(at, "mine.txt"), "mine");
    const before = readdirSync(folder.root);
    const { code, stderr } = await build(at);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^\S+foreign is .*; nothing was touched\. (?:Move it away, or|Please) choose another --out\.\n$/,
      ),
    });
    expect(readdirSync(folder.root)).toEqual(before);
  });

  test.each(["content", "content/site", "content/images/site", ".cache/tidemark/site"])(
    "--out in %s, which the build reads",
    async (name) => {
      const before = digestsOf(folder.content);
      const { code, stderr } = await build(join(folder.root, name));
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("choose another --out") });
      expect(digestsOf(folder.content)).toEqual(before);
    },
  );
});

describe("the machine's troubles end with 4, and the old site stands", () => {
  test("a place under a file", async () => {
    const { code, stderr } = await build(join(folder.content, "..", "file", "site"), () =>
      writeFileSync(join(folder.root, "file"), ""),
    );
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringMatching(/^[A-Z].*\.\n$/) });
  });

  test("a file system that is read-only", async (context) => {
    const disk = mounted("ro,size=1m");
    if (!disk) return context.skip("no file system can be mounted here");
    const { code, stderr } = await build(join(disk, "site"));
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringContaining("This file system is read-only"),
    });
  });

  test("a disk that fills up, for the site and for the cache; with room again the next build recovers", async (context) => {
    const disk = mounted("size=24m");
    if (!disk) return context.skip("no file system can be mounted here");
    const small = { root: disk, content: join(disk, "content") };
    spawnSync("cp", ["-r", folder.content, small.content]);
    const first = await runBuild(small);
    expect(first.code).toBe(0);
    const old = digestsOf(realpathSync(first.out));
    writeFiles(small.content, { [POSTMORTEM]: minimalFile(POSTMORTEM, "one click away", "two clicks away") });
    const ballast = join(disk, "ballast");
    const { available } = spaceOf(disk);
    writeFileSync(ballast, Buffer.alloc(available - 40_000));
    const full = await runBuild(small);
    expect({ code: full.code, stderr: full.stderr }).toEqual({
      code: 4,
      stderr: expect.stringContaining("The disk is full"),
    });
    expect(digestsOf(realpathSync(first.out))).toEqual(old);
    rmSync(ballast);
    const again = await runBuild(small);
    expect(again.code).toBe(0);
    expect(
      readFileSync(join(again.out, "postmortems/2026-03-14-checkout-timeouts/index.html"), "utf8"),
    ).toContain("two clicks away");
  });

  test("another build of the same place", async () => {
    const own = contentFolder();
    const { out, code: first } = await runBuild(own);
    expect(first).toBe(0);
    const place = resolve("src/locks/lock.ts");
    const holder = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { acquireLock } = await import(${JSON.stringify(place)}); acquireLock(${JSON.stringify(join(own.root, "out", ".internal.lock"))}, 0); console.log("held"); setInterval(() => {}, 1000);`,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    onTestFinished(() => void holder.kill("SIGKILL"));
    await new Promise((done) => holder.stdout?.once("data", done));
    const { code, stderr } = await runBuild(own);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(/^Another build holds .*: process \d+ on .*\. Wait for it/),
    });
    holder.kill("SIGKILL");
    await new Promise((done) => holder.once("exit", done));
    expect((await runBuild(own)).code).toBe(0);
    expect(digestsOf(realpathSync(out))).toEqual(site);
  });
});

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

/** Builds the internal site into a place of choice. */
async function build(out: string, before: () => void = () => {}) {
  before();
  await giveCompiledSite(folder);
  return await runTidemark(["--content", folder.content, "build", "--out", out]);
}

/** A small file system of its own, where this machine lets us mount one. */
function mounted(options: string): string | undefined {
  const disk = join(folder.root, `disk-${options.replace(/\W/g, "")}`);
  mkdirSync(disk);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", [disk]));
  return disk;
}

function spaceOf(disk: string): { available: number } {
  const { stdout } = spawnSync("df", ["--output=avail", "-B1", disk], { encoding: "utf8" });
  return { available: Number(stdout.split("\n")[1]) };
}
