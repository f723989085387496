import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { pageGate } from "../../src/adapters/publish/page-gate.ts";
import { writeOfflineWorker } from "../../src/adapters/publish/write-offline-worker.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";
import { fakeRunbookPages } from "../support/fake-runbook.ts";

// Each browser context begins with an empty device and fetches all that there is to keep.
vi.setConfig({ testTimeout: 60_000 });

const base = "/kb/";
const scratch = mkdtempSync(join(tmpdir(), "tidemark-offline-"));
const paths = ["/runbooks/pool/", "/runbooks/other/", "/alerts/PoolDry/"];
let folder: string;

beforeAll(async () => {
  const facts = writeFacts(join(scratch, "facts"), fakeSite(base), fakeRunbookPages(base));
  ({ folder } = await drawSite(scratch, join(scratch, "facts"), facts, base));
});
afterAll(async () => {
  await closeBrowser();
  rmSync(scratch, { recursive: true });
});

const line = (page: Page) => page.locator("[data-kept]");
const version = async (page: Page) =>
  /version ([0-9a-f]{12})$/.exec((await line(page).textContent()) ?? "")?.[1];
const heading = (page: Page) => page.locator("h1").textContent();
const cached = (page: Page) => page.evaluate(() => caches.keys());

/** A visit of a runbook, until the device says that it is kept. */
async function visit(served: ServedFolder, path = "runbooks/pool/") {
  const watched = await openPage(served.address + path, { serviceWorkers: "allow" });
  await watched.page.waitForFunction(() => document.querySelector("[data-kept]")?.textContent !== "");
  return watched;
}

/** The network is gone: the browser is told, and nothing listens any more. */
async function goOffline({ page }: { page: Page }, served: ServedFolder): Promise<void> {
  await page.context().setOffline(true);
  await served.close();
}

test("a visited runbook says with its version that it is kept, and opens offline with ticks, styles and fonts", async () => {
  const served = await serveFolder({ folder, base, port: 0 });
  const watched = await visit(served);
  const { page, complaints } = watched;
  expect(await line(page).textContent()).toMatch(
    /^Kept on this device for offline use · version [0-9a-f]{12}$/,
  );
  await page.getByRole("checkbox", { name: "Step 1 Look is done" }).check();
  await page.getByLabel("Which pod").fill("pay-1");
  expect(complaints).toEqual([]);
  await goOffline(watched, served);
  await page.reload();
  await page.waitForFunction(() => document.querySelector("[data-kept]")?.textContent !== "");
  expect(await line(page).textContent()).toMatch(/^You are reading the copy kept on this device · version /);
  expect(await page.getByRole("checkbox", { name: "Step 1 Look is done" }).isChecked()).toBe(true);
  expect(await page.locator("#step-2 pre").textContent()).toBe("poolctl raise pay-1");
  expect(await page.evaluate(() => document.fonts.check("16px Inter"))).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector(".step")!).position)).toBe(
    "relative",
  );
  // Those that were never opened were fetched in idle time.
  await page.goto(`${served.address}runbooks/other/`);
  expect(await heading(page)).toBe("Another");
  await page.goto(`${served.address}alerts/PoolDry/`);
  expect(await heading(page)).toBe("PoolDry");
  await watched.close();
});

test("a runbook that is not kept says so, and offers those that are", async () => {
  const site = copyOf(folder, "small");
  writeOfflineWorker(site, base, paths, 0);
  const served = await serveFolder({ folder: site, base, port: 0 });
  const watched = await visit(served);
  const { page } = watched;
  await goOffline(watched, served);
  await page.goto(`${served.address}runbooks/other/`);
  expect(await heading(page)).toBe("Not kept on this device");
  const offered = page.locator("[data-kept-list] .row:visible");
  await offered.first().waitFor();
  expect(await offered.allTextContents()).toEqual(["The pool runs dry"]);
  // Now and then a click leads nowhere here, likely as the page loads itself anew when the browser says `online`; a person clicks again.
  const there = `${served.address}runbooks/pool/`;
  const follow = async () => {
    if (page.url() !== there) await offered.getByRole("link").click({ timeout: 2_000 }).catch(ignored);
    await page.waitForURL(there, { timeout: 2_000 }).catch(ignored);
    return page.url();
  };
  await expect.poll(follow, { timeout: 25_000 }).toBe(there);
  expect(await heading(page)).toBe("The pool runs dry");
  await watched.close();
});

test("a new build takes the place of the old one, and what was opened stays kept", async () => {
  const site = copyOf(folder, "renewed");
  writeOfflineWorker(site, base, paths, 0);
  const served = await serveFolder({ folder: site, base, port: 0 });
  const watched = await visit(served);
  const { page } = watched;
  const first = await version(page);
  const file = join(site, "runbooks/pool/index.html");
  writeFileSync(file, readFileSync(file, "utf8").replace("For five minutes.", "For ten minutes."));
  writeOfflineWorker(site, base, paths, 0);
  await page.reload();
  await page.waitForFunction(
    (old) =>
      !(document.querySelector("[data-kept]")?.textContent ?? old).includes(old) &&
      document.querySelector("[data-kept]")?.textContent,
    first!,
  );
  const second = await version(page);
  expect(second).not.toBe(first);
  await expect.poll(() => cached(page), { timeout: 20_000 }).toEqual([`tidemark ${base} ${second}`]);
  await goOffline(watched, served);
  await page.reload();
  expect(await page.locator("#step-3").textContent()).toContain("For ten minutes.");
  await watched.close();
});

test("other pages have no worker, and a browser without one shows the runbook as ever", async () => {
  const served = await serveFolder({ folder, base, port: 0 });
  const first = await visit(served);
  await first.page.goto(`${served.address}offline/`);
  expect(await first.page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
  await first.close();
  const { page, complaints, close } = await openPage(`${served.address}runbooks/pool/`, {});
  expect(await line(page).textContent()).toBe("");
  expect(complaints).toEqual([]);
  await close();
  await served.close();
});

test("the same site gives the same worker, another text another version, and the gate misses it", () => {
  const site = copyOf(folder, "versions");
  const worker = () => {
    writeOfflineWorker(site, base, paths);
    return readFileSync(join(site, "offline-worker.js"), "utf8");
  };
  const first = worker();
  expect(worker()).toBe(first);
  writeFileSync(join(site, "runbooks/other/index.html"), "<p>Another text</p>");
  expect(worker()).not.toBe(first);
  const named = [...first.matchAll(/"\/kb\/([^"]*)"/g)].map(([, name]) =>
    /\/$/.test(name!) ? `${name}index.html` : name!,
  );
  const absent = named.filter((name) => !existsSync(join(site, name)));
  // The invented site has no lists, which are named as the scopes.
  expect(absent).toEqual(["runbooks/index.html", "alerts/index.html"]);
  expect(writeOfflineWorker(site, base, ["/", "/incidents/"])).toEqual([]);
  expect(pageGate([], [], ["offline-worker.js"]).missing).toEqual(["/offline-worker.js"]);
});

function ignored(): void {}

function copyOf(from: string, name: string): string {
  const to = join(scratch, name);
  cpSync(from, to, { recursive: true });
  return to;
}
