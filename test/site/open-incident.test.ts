import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";
import { BRIEF, fakeOpenIncidentPages } from "../support/fake-open-incident.ts";

const base = "/kb/";
const scratch = mkdtempSync(join(tmpdir(), "tidemark-open-incident-"));
let served: ServedFolder;
// Each test opens a browser page or two, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  const facts = writeFacts(join(scratch, "facts"), fakeSite(base), fakeOpenIncidentPages(base));
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, base);
  served = await serveFolder({ folder, base, port: 0 });
});
afterAll(async () => {
  await closeBrowser();
  await served.close();
  rmSync(scratch, { recursive: true });
});

test("the countdown goes on counting on the reader's clock, and says when the update is late", async () => {
  const { page, complaints, close } = await openPage(served.address);
  await page.clock.install({ time: "2026-03-14T14:20:00Z" });
  await page.goto(`${served.address}incidents/live/`);
  const countdown = page.locator("[data-countdown]");
  expect(await countdown.textContent()).toBe("in 10 min");
  await page.clock.runFor("07:00");
  expect(await countdown.textContent()).toBe("in 3 min");
  await page.clock.runFor("08:00");
  expect(await countdown.textContent()).toBe("late by 5 min");
  expect(await countdown.getAttribute("class")).toContain("row-late");
  expect(complaints).toEqual([]);
  await close();
});

test("where the present is pinned, time begins there when the page opens", async () => {
  const { page, close } = await openPage(served.address);
  await page.clock.install({ time: "2031-01-01T00:00:00Z" });
  await page.goto(`${served.address}incidents/pinned/`);
  await page.clock.runFor("05:00");
  expect(await page.locator("[data-countdown]").textContent()).toBe("in 20 min");
  await close();
});

test("the brief is copied as it stands, letter for letter", async () => {
  const { page, complaints, close } = await openPage(`${served.address}incidents/live/`, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.getByRole("button", { name: "Copy hand-over brief" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(BRIEF);
  expect(complaints).toEqual([]);
  await close();
});

test("without JavaScript the words of the build stand, and the brief can be read and marked", async () => {
  const { page, close } = await openPage(`${served.address}incidents/live/`, { javaScriptEnabled: false });
  expect(await page.locator("[data-countdown]").textContent()).toBe("in 25 min");
  expect(await page.getByRole("button", { name: "Copy hand-over brief" }).count()).toBe(0);
  await page.getByText("Read the brief").click();
  expect(await page.locator("#brief").innerText()).toBe(BRIEF);
  await close();
});

test("what the commander came for fits on a phone without scrolling sideways", async () => {
  const { page, close } = await openPage(`${served.address}incidents/live/`, {
    viewport: { width: 360, height: 740 },
  });
  await page.getByText("Read the brief").click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await close();
});
