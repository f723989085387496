import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outPlace } from "../../../src/adapters/publish/out-place.ts";
import { publishSite } from "../../../src/adapters/publish/publish-site.ts";
import { adoptFolder, type Staging, stageSite } from "../../../src/adapters/publish/stage.ts";
import { swapSite } from "../../../src/adapters/publish/swap.ts";
import { acquireLock } from "../../../src/locks/lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("the first publish makes a link to a folder beside it, with nothing of ours inside", async () => {
  const dist = join(temporaryFolder(), "dist");
  await publish(join(dist, "public"), "one");
  expect(lstatSync(join(dist, "public")).isSymbolicLink()).toBe(true);
  expect(readlinkSync(join(dist, "public"))).toBe(".public-1");
  expect(readdirSync(join(dist, "public"))).toEqual(["index.html"]);
  expect(readdirSync(dist)).toEqual([".public-1", ".public-1.tidemark", "public"]);
});

test("the next publish keeps the previous folder, and the one after that prunes it", async () => {
  const dist = temporaryFolder();
  for (const content of ["one", "two", "three"]) await publish(join(dist, "public"), content);
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("three");
  expect(readFileSync(join(dist, ".public-2/index.html"), "utf8")).toBe("two");
  expect(existsSync(join(dist, ".public-1"))).toBe(false);
  expect(existsSync(join(dist, ".public-1.tidemark"))).toBe(false);
});

test("a site that a gate holds back leaves the old one shown and no staging folder", async () => {
  const dist = temporaryFolder();
  await publish(join(dist, "public"), "one");
  const outcome = await publishSite({
    out: join(dist, "public"),
    now: 0,
    produce: write("two"),
    gate: async () => ({ passed: false, report: "no" }),
  });
  expect(outcome).toEqual({ kind: "held-back", report: "no" });
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("one");
  expect(readdirSync(dist)).toEqual([".public-1", ".public-1.tidemark", "public"]);
});

test("a build that throws leaves the old site shown, no staging folder and no lock", async () => {
  const dist = temporaryFolder();
  await publish(join(dist, "public"), "one");
  const failing = publishSite({
    out: join(dist, "public"),
    now: 0,
    produce: () => Promise.reject(new Error("render failed")),
    gate: passing,
  });
  await expect(failing).rejects.toThrow("render failed");
  expect(readdirSync(dist)).toEqual([".public-1", ".public-1.tidemark", "public"]);
});

test("a folder that is not ours is refused and nothing in or beside it is touched", async () => {
  const dist = temporaryFolder();
  mkdirSync(join(dist, "public"));
  writeFileSync(join(dist, "public/precious.txt"), "keep");
  await expect(publish(join(dist, "public"), "one")).rejects.toThrow(
    /public is a folder that Tidemark did not make; nothing was touched/,
  );
  expect(readdirSync(dist)).toEqual(["public"]);
  expect(readFileSync(join(dist, "public/precious.txt"), "utf8")).toBe("keep");
});

test("a file and a link elsewhere are refused too, and stay", async () => {
  const dist = temporaryFolder();
  writeFileSync(join(dist, "file"), "keep");
  await expect(publish(join(dist, "file"), "one")).rejects.toThrow(/is a file that Tidemark did not make/);
  mkdirSync(join(dist, "other"));
  symlinkSync("other", join(dist, "public"));
  await expect(publish(join(dist, "public"), "one")).rejects.toThrow(
    /is a link to other, which Tidemark did not make/,
  );
  mkdirSync(join(dist, ".named-1"));
  symlinkSync(".named-1", join(dist, "named"));
  await expect(publish(join(dist, "named"), "one")).rejects.toThrow(/not known to be ours/);
  expect(readdirSync(dist)).toEqual([".named-1", "file", "named", "other", "public"]);
});

test("a folder with a name like ours but no marker is left alone, and its number is not used", async () => {
  const dist = temporaryFolder();
  mkdirSync(join(dist, ".public-4"));
  await publish(join(dist, "public"), "one");
  expect(readlinkSync(join(dist, "public"))).toBe(".public-5");
  expect(existsSync(join(dist, ".public-4"))).toBe(true);
});

test("the folder of another output whose name begins alike is no business of ours", async () => {
  const dist = temporaryFolder();
  await publish(join(dist, "public-2"), "other");
  for (const content of ["one", "two", "three"]) await publish(join(dist, "public"), content);
  expect(readFileSync(join(dist, "public-2/index.html"), "utf8")).toBe("other");
});

test("what a dead build left is removed by the next one", async () => {
  const dist = temporaryFolder();
  await publish(join(dist, "public"), "one");
  const dead = stageSite(outPlace(join(dist, "public")));
  writeFileSync(join(dead.folder, "index.html"), "half");
  symlinkSync(".public-2", join(dist, ".public-2.link"));
  await publish(join(dist, "public"), "two");
  expect(readdirSync(dist)).toEqual([
    ".public-1",
    ".public-1.tidemark",
    ".public-2",
    ".public-2.tidemark",
    "public",
  ]);
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("two");
});

test("the parent folder can be moved with the link inside", async () => {
  const folder = temporaryFolder();
  await publish(join(folder, "dist/public"), "one");
  renameSync(join(folder, "dist"), join(folder, "moved"));
  expect(readFileSync(join(folder, "moved/public/index.html"), "utf8")).toBe("one");
  await publish(join(folder, "moved/public"), "two");
  expect(readFileSync(join(folder, "moved/public/index.html"), "utf8")).toBe("two");
});

test("a link whose folder somebody removed is replaced", async () => {
  const dist = temporaryFolder();
  symlinkSync(".public-3", join(dist, "public"));
  await publish(join(dist, "public"), "one");
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("one");
});

test("a folder that was built elsewhere is adopted whole", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "built/deep"), { recursive: true });
  writeFileSync(join(folder, "built/deep/a.html"), "a");
  const staging = stageSite(outPlace(join(folder, "public")));
  adoptFolder(staging, join(folder, "built"));
  swapSite(staging);
  expect(readFileSync(join(folder, "public/deep/a.html"), "utf8")).toBe("a");
  expect(existsSync(join(folder, "built"))).toBe(false);
});

test("of two builds at once the second is refused and the first is published", async () => {
  const dist = temporaryFolder();
  const first = publishSite({
    out: join(dist, "public"),
    now: 0,
    produce: async (staging) => {
      await expect(publish(join(dist, "public"), "two")).rejects.toMatchObject({ code: "held" });
      write("one")(staging);
    },
    gate: passing,
  });
  expect((await first).kind).toBe("published");
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("one");
  expect(() => acquireLock(outPlace(join(dist, "public")).lock, 0).release()).not.toThrow();
});

function publish(out: string, content: string): Promise<unknown> {
  return publishSite({ out, now: 0, produce: write(content), gate: passing });
}

function write(content: string): (staging: Staging) => void {
  return (staging) => writeFileSync(join(staging.folder, "index.html"), content);
}

async function passing(): Promise<{ passed: boolean; report: undefined }> {
  return { passed: true, report: undefined };
}
