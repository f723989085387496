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
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  type ContentFolder,
  contentFolder,
  digestsOf,
  minimalFile,
  writeFiles,
} from "../support/content-folder.ts";
import { giveCompiledSite, runBuild, runTidemark } from "../support/run-tidemark.ts";
import { builtFolder } from "./built-folder.ts";

const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";
/** For tests that leave everything as it was; the others have a folder of their own, so that none can fail another. */
let folder: ContentFolder;
let site: Record<string, string>;

beforeAll(async () => {
  ({ folder, site } = await builtFolder());
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
