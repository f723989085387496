import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { publishSite } from "../../../src/adapters/publish/publish-site.ts";
import type { Staging } from "../../../src/adapters/publish/stage.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const KILLS = process.env.TIDEMARK_TESTS === "all" ? 200 : 20;
const PAGES = 30;

test.each([
  ["builds", "for (const page of pages) writeFileSync(page(folder), text);"],
  // The fast lane takes up the site before the standing one and writes what changed: here every page, one by one.
  [
    "runs of the fast lane",
    `renewSite(staging);
     for (const page of pages) { rmSync(page(folder), { force: true }); writeFileSync(page(folder), text); }
     noteChanges(staging, names);`,
  ],
])(
  "a reader always finds a whole old or new site while %s are killed at random moments",
  async (_, fill) => {
    const dist = temporaryFolder();
    const out = join(dist, "public");
    await publishSite({
      out,
      now: 0,
      produce: (staging) => writePages(staging.folder, "first"),
      gate: passing,
    });
    let reads = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = buildInALoop(out, fill);
      const end = Date.now() + 120 + Math.random() * 80;
      while (Date.now() < end) {
        // A page is read through the link each time: the link may be swapped between two reads, never be absent.
        const page = readFileSync(join(out, `page-${reads % PAGES}.html`), "utf8");
        expect(page).toMatch(/^<p>[a-z0-9.]+<\/p>$/);
        reads += 1;
        if (reads % 50 === 0) await pause(1);
      }
      await killed(child);
      // The build is dead: what the link shows now must be one site, all pages of one build.
      const versions = new Set(
        Array.from({ length: PAGES }, (_, n) => readFileSync(join(out, `page-${n}.html`), "utf8")),
      );
      expect([...versions]).toHaveLength(1);
    }
    expect(reads).toBeGreaterThan(1000);
    await publishSite({
      out,
      now: 0,
      produce: (staging) => writePages(staging.folder, "last"),
      gate: passing,
    });
    expect(readFileSync(join(out, "page-0.html"), "utf8")).toBe("<p>last</p>");
    expect(readdirSync(dist).filter((name) => name.endsWith(".link") || name.includes(".lock"))).toEqual([]);
    expect(readdirSync(dist).length).toBeLessThanOrEqual(5);
  },
  600_000,
);

test("a full disk leaves the old site shown, and the next build recovers", async (context) => {
  const dist = smallDisk();
  if (dist === undefined) return context.skip("no small file system can be mounted here");
  const out = join(dist, "public");
  await publishSite({
    out,
    now: 0,
    produce: (staging) => writePages(staging.folder, "small"),
    gate: passing,
  });
  const tooMuch = publishSite({
    out,
    now: 0,
    produce: (staging) => writeFileSync(join(staging.folder, "big.bin"), Buffer.alloc(4_000_000)),
    gate: passing,
  });
  await expect(tooMuch).rejects.toMatchObject({ code: "ENOSPC" });
  expect(readFileSync(join(out, "page-3.html"), "utf8")).toBe("<p>small</p>");
  expect(readdirSync(dist)).toEqual([".public-1", ".public-1.tidemark", "public"]);
  writeFileSync(join(dist, "ballast"), Buffer.alloc(700_000));
  try {
    writeFileSync(join(dist, "more-ballast"), Buffer.alloc(700_000));
  } catch {
    // Now not one byte is left, so not even the lock can be written.
  }
  const noByteLeft = publishSite({
    out,
    now: 0,
    produce: (staging) => writePages(staging.folder, "none"),
    gate: passing,
  });
  await expect(noByteLeft).rejects.toMatchObject({ code: "ENOSPC" });
  expect(readFileSync(join(out, "page-3.html"), "utf8")).toBe("<p>small</p>");
  rmSync(join(dist, "ballast"));
  rmSync(join(dist, "more-ballast"));
  await publishSite({
    out,
    now: 0,
    produce: (staging) => writePages(staging.folder, "again"),
    gate: passing,
  });
  expect(readFileSync(join(out, "page-3.html"), "utf8")).toBe("<p>again</p>");
});

function writePages(folder: string, version: string): void {
  for (let n = 0; n < PAGES; n += 1) writeFileSync(join(folder, `page-${n}.html`), `<p>${version}</p>`);
}

/** Publishes sites one after the other until it is killed; `fill` writes the pages of one. */
function buildInALoop(out: string, fill: string): ChildProcess {
  const module = (name: string) =>
    JSON.stringify(new URL(`../../../src/adapters/publish/${name}.ts`, import.meta.url).href);
  const script = `
    import { rmSync, writeFileSync } from "node:fs";
    const { publishSite } = await import(${module("publish-site")});
    const { noteChanges, renewSite } = await import(${module("renew-site")});
    const names = Array.from({ length: ${PAGES} }, (_, n) => "page-" + n + ".html");
    const pages = names.map((name) => (folder) => folder + "/" + name);
    for (let build = 0; ; build += 1) {
      const text = "<p>" + process.pid + "." + build + "</p>";
      await publishSite({
        out: ${JSON.stringify(out)},
        now: 0,
        renews: ${fill.includes("renewSite")},
        produce: (staging) => {
          const { folder } = staging;
          ${fill}
        },
        gate: async () => ({ passed: true, report: undefined }),
      });
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    expect(child.exitCode).toBe(null);
    child.on("exit", () => done());
    child.kill("SIGKILL");
  });
}

function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), "disk");
  mkdirSync(folder);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
  if (mounted.status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", [folder]));
  return existsSync(folder) ? folder : undefined;
}

async function passing(_: Staging): Promise<{ passed: boolean; report: undefined }> {
  return { passed: true, report: undefined };
}
