import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, openPage, type WatchedPage } from "../support/browser.ts";
import { type ContentFolder, makeContentFolder } from "../support/content-folder.ts";
import { giveCompiledSite, runBuild } from "../support/run-tidemark.ts";

const patient = { timeout: 120_000 };
let folder: ContentFolder;
let dev: ChildProcess;
let said = "";
let address: string;
let tab: WatchedPage;
let file: string;
let good: string;

beforeAll(async () => {
  folder = makeContentFolder();
  file = join(folder.content, "incidents/2026-03-14-checkout-timeouts.mdx");
  good = readFileSync(file, "utf8");
  await giveCompiledSite(folder);
  const program = resolve(import.meta.dirname, "../../scripts/tidemark.ts");
  // In a folder of its own: what it builds in the background goes into `dist` there.
  dev = spawn(process.execPath, [program, "dev", "--port", "0"], {
    cwd: folder.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  dev.stderr?.on("data", (chunk) => (said += chunk));
  address = await new Promise<string>((done, fail) => {
    dev.on("close", () => fail(new Error(`dev ended: ${said}`)));
    dev.stdout?.on("data", (chunk) => {
      said += chunk;
      const [, found] = /Open (\S+)/.exec(said) ?? [];
      if (found) done(found);
    });
  });
  tab = await openPage(`${address}incidents/2026-03-14-checkout-timeouts/`);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  const gone = new Promise((done) => dev.on("close", done));
  dev.kill();
  await gone;
  rmSync(folder.root, { recursive: true, force: true });
});

describe("while somebody writes", () => {
  test("the page in the browser follows the file", patient, async () => {
    writeFileSync(file, `${good}\nThe pool was empty by then.\n`);
    await tab.page.getByText("The pool was empty by then.").waitFor(patient);
  });

  test(
    "errors lie over the last good site with their place and what to do, and go when they are mended",
    patient,
    async () => {
      const line = good.split("\n").findIndex((each) => each.startsWith("visibility:")) + 1;
      writeFileSync(file, good.replace(/^visibility: .*/m, "visibility: publick"));
      const panel = tab.page.getByRole("region", { name: "Problems in the content" });
      await panel.waitFor(patient);
      const words = await panel.textContent();
      expect(words).toContain(`content/incidents/2026-03-14-checkout-timeouts.mdx:${line}:13`);
      expect(words).toContain("publick");
      expect(words).toMatch(/Did you mean `public`/);
      expect(await tab.page.getByText("The pool was empty by then.").count()).toBe(1);
      expect(await get("incidents/2026-03-14-checkout-timeouts/")).toContain("The pool was empty by then.");

      writeFileSync(file, `${good}\nAll is well.\n`);
      await tab.page.getByText("All is well.").waitFor(patient);
      await panel.waitFor({ ...patient, state: "hidden" });
    },
  );

  test("it keeps to the security policy of the site and says how old search and gates are", async () => {
    expect(tab.complaints).toEqual([]);
    expect(await tab.page.getByRole("status").textContent()).toMatch(
      /read at \d\d:\d\d:\d\d UTC .* Search and gates/,
    );
  });

  test("an edit fetches the page anew and its styles and scripts not", async () => {
    const html = await get("incidents/2026-03-14-checkout-timeouts/");
    const [, sheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(html)!;
    const cached = async (path: string) => (await fetch(new URL(path, address))).headers.get("cache-control");
    expect(await cached(sheet!)).toBe("max-age=600");
    expect(await cached("incidents/2026-03-14-checkout-timeouts/")).toBe("no-store");
  });

  test("what is not there is the site's own page for that, and only this machine is answered", async () => {
    expect(await get("nothing/")).toContain("Page not found");
    expect(await get("", { host: "evil.example" })).toBe("");
    expect(await get("sw.js", { "service-worker": "script" })).toBe("");
  });
});

test("a built site holds nothing of it", patient, async () => {
  const { out } = await runBuild(folder);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const each of files)
    expect(readFileSync(join(each.parentPath, each.name)).includes("__dev"), each.name).toBe(false);
});

function get(path: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((done, fail) => {
    request(address + path, { headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => done(body));
    })
      .on("error", fail)
      .end();
  });
}
