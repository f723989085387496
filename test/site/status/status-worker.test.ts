import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFolder } from "../../../scripts/serve-folder.ts";
import { writeFiles } from "../../../src/adapters/publish/write-files.ts";
import { statusSite } from "../../../src/site/status/status-site.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";
import { component, statusContext } from "../../support/status-example.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-status-worker-"));
const folder = join(scratch, "site");
const context = statusContext([component("search", {}), component("pay", {})], {
  site: { locales: ["en", "de"] },
});
beforeAll(() => {
  writeFiles(folder, statusSite(context));
});
afterAll(async () => {
  await closeBrowser();
  rmSync(scratch, { recursive: true });
});

const line = (page: Page) => page.locator("#kept").textContent();
const heading = (page: Page) => page.locator("h1:visible").textContent();

/** Opens a status page of the example and waits until it is kept. */
async function visit(path: string) {
  const served = await serveFolder({ folder, base: context.base, port: 0 });
  const watched = await openPage(served.address + path, { serviceWorkers: "allow" });
  const kept = (address: string) =>
    watched.page.evaluate(
      async (path) => navigator.serviceWorker.controller !== null && Boolean(await caches.match(path)),
      new URL(address).pathname,
    );
  await expect.poll(() => kept(served.address + path), { timeout: 20_000 }).toBe(true);
  return { ...watched, served };
}

test("a status page that was opened opens offline, and says so with its version in its language", async () => {
  const { page, served, complaints, close } = await visit("status/de/");
  await page.reload();
  const fresh = await line(page);
  expect(fresh).toMatch(/^Auf diesem Gerät auch ohne Netz verfügbar · Version [0-9a-f]{12}$/);
  const head = await heading(page);
  await page.context().setOffline(true);
  await served.close();
  await page.reload();
  expect(await heading(page)).toBe(head);
  const copy = await line(page);
  expect(copy).toMatch(/^Sie lesen die auf diesem Gerät gespeicherte Kopie · Version [0-9a-f]{12}$/);
  expect(copy?.slice(-12)).toBe(fresh?.slice(-12));
  // The main one is kept without having been opened.
  await page.goto(`${served.address}status/`);
  expect(await line(page)).toMatch(/^You are reading the copy kept on this device · version /);
  expect(complaints).toEqual([]);
  await close();
});

test("what the network has is shown before what is kept, as another version", async () => {
  const { page, served, close } = await visit("status/");
  await page.reload();
  const before = await line(page);
  const file = join(folder, "status", "index.html");
  const html = readFileSync(file, "utf8");
  writeFileSync(file, html.replace(/<h1>[^<]*/, "<h1>Quite another state"));
  await page.reload();
  expect(await heading(page)).toBe("Quite another state");
  const after = await line(page);
  expect(after).toMatch(/^Kept on this device for offline use · version /);
  expect(after).not.toBe(before);
  await served.close();
  await page.reload();
  expect(await heading(page)).toBe("Quite another state");
  expect((await line(page))?.slice(-12)).toBe(after?.slice(-12));
  writeFileSync(file, html);
  await close();
});

test("a browser without service workers shows the status as ever", async () => {
  const served = await serveFolder({ folder, base: context.base, port: 0 });
  const { page, complaints, close } = await openPage(`${served.address}status/`);
  expect(await heading(page)).toBe("All systems operational");
  expect(await page.locator("#kept").count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
  await served.close();
});
