import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page as BrowserPage } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import type { Page } from "../../src/core/views/page.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";
import { fakeRunbookPages } from "../support/fake-runbook.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-runbook-"));
const demoRunbooks = demoPages().filter(({ template }) => template === "runbook");
const base = "/kb/";
let served: ServedFolder;
let folder: string;
let runbook: string;

beforeAll(async () => {
  const facts = writeFacts(join(scratch, "facts"), fakeSite(base), [
    ...fakeRunbookPages(base),
    ...demoRunbooks,
  ]);
  ({ folder } = await drawSite(scratch, join(scratch, "facts"), facts, base));
  served = await serveFolder({ folder, base, port: 0 });
  runbook = `${served.address}runbooks/pool/`;
});
afterAll(async () => {
  await closeBrowser();
  await served.close();
  rmSync(scratch, { recursive: true });
});

const command = (page: BrowserPage, step: number) => page.locator(`#step-${step} pre`).textContent();
const progress = (page: BrowserPage) => page.locator("[data-progress-words]").textContent();
const box = (page: BrowserPage, title: string) =>
  page.getByRole("checkbox", { name: `Step ${title} is done` });
const question = (page: BrowserPage) =>
  page.locator(".decision:visible").locator(".decision-ask, .decision-do").allTextContents();

describe("steps", () => {
  test("are ticked by keyboard, counted in words, and stay ticked on this device", async () => {
    const { page, complaints, close } = await openPage(runbook);
    expect(await progress(page)).toBe("3 steps, none done yet");
    await box(page, "1 Look").focus();
    await page.keyboard.press("Space");
    expect(await progress(page)).toBe("1 of 3 steps done. Next: 2 Raise");
    await page.reload();
    expect(await box(page, "1 Look").isChecked()).toBe(true);
    expect(await box(page, "2 Raise").isChecked()).toBe(false);
    await box(page, "2 Raise").check();
    await box(page, "3 Watch").check();
    expect(await progress(page)).toBe("All steps are done.");
    expect(complaints).toEqual([]);
    await close();
  });

  test("begin anew with one button, and that can be taken back", async () => {
    const { page, close } = await openPage(runbook);
    await box(page, "1 Look").check();
    await page.getByLabel("Which pod").fill("pay-1");
    await page.getByRole("button", { name: "Start over" }).click();
    expect(await box(page, "1 Look").isChecked()).toBe(false);
    expect(await page.getByLabel("Which pod").inputValue()).toBe("");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole("button", { name: "Take back" }).click();
    expect(await box(page, "1 Look").isChecked()).toBe(true);
    expect(await command(page, 2)).toBe("poolctl raise pay-1");
    await close();
  });

  test("that were ticked on another day are said to be old, and another step in its place is not done", async () => {
    const { page, close } = await openPage(runbook);
    await page.evaluate(() => {
      const at = Date.parse("2026-01-02T03:04:00Z");
      const ticks = { "step-1": "1 Look", "step-2": "2 Something else" };
      localStorage.setItem("runbook /kb/runbooks/pool/", JSON.stringify({ at, ticks, values: {} }));
    });
    await page.reload();
    expect(await progress(page)).toContain("Ticks and values are from 2 January 2026");
    expect(await progress(page)).toContain("1 of 3 steps done.");
    expect(await box(page, "2 Raise").isChecked()).toBe(false);
    await close();
  });

  test("work in a tab that may store nothing, as long as the page lives", async () => {
    const { page, complaints, close } = await openPage(runbook);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new Error("storage is forbidden");
        },
      });
    });
    await page.reload();
    await box(page, "1 Look").check();
    expect(await progress(page)).toBe("1 of 3 steps done. Next: 2 Raise");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("variables", () => {
  test("flow into every command, defaults first, and stay on this device", async () => {
    const { page, close } = await openPage(runbook);
    expect(await command(page, 1)).toBe("poolctl show $POD --region north");
    await page.getByLabel("Which pod").fill("pay-1<b>");
    await page.getByLabel("$REGION Where").selectOption("south");
    expect(await command(page, 1)).toBe("poolctl show pay-1<b> --region south");
    expect(await command(page, 2)).toBe("poolctl raise pay-1<b>");
    expect(await page.locator("#step-1 .step-back").textContent()).toContain("poolctl lower pay-1<b>");
    await page.reload();
    expect(await command(page, 1)).toBe("poolctl show pay-1<b> --region south");
    await page.getByLabel("Which pod").fill(" ");
    expect(await command(page, 2)).toBe("poolctl raise $POD");
    await close();
  });

  test("are filled in what a copy button copies, which says what is still open", async () => {
    const { page, close } = await openPage(runbook, { permissions: ["clipboard-read", "clipboard-write"] });
    const copy = page.locator("#step-1 .copy");
    await copy.click();
    await page.waitForFunction(() => document.querySelector(".copy")?.textContent !== "Copy");
    expect(await copy.textContent()).toBe("Copied, still to fill in: $POD");
    await page.getByLabel("Which pod").fill("pay-1");
    await page.locator("#step-2 .copy").click();
    await page.waitForFunction(() => document.querySelector("#step-2 .copy")?.textContent === "Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("poolctl raise pay-1");
    await close();
  });
});

describe("a decision tree", () => {
  test("is walked one question at a time, by keyboard, with a trail and ways back", async () => {
    const { page, complaints, close } = await openPage(runbook);
    expect(await question(page)).toEqual(["Does it answer?"]);
    await page.getByRole("link", { name: "Yes" }).focus();
    await page.keyboard.press("Enter");
    expect(await question(page)).toEqual(["Is it slow?"]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("decision-slow");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await question(page)).toEqual(["Wait for a minute."]);
    expect(await page.locator(".trail li").allTextContents()).toEqual([
      "Does it answer? Yes",
      "Is it slow? Very",
    ]);
    await page.reload();
    expect(await page.locator(".trail li").count()).toBe(2);
    await page.getByRole("button", { name: "Back" }).click();
    expect(await question(page)).toEqual(["Is it slow?"]);
    await page.goBack();
    expect(await question(page)).toEqual(["Wait for a minute."]);
    await page.locator(".trail a").first().click();
    expect(await question(page)).toEqual(["Does it answer?"]);
    expect(await page.locator(".trail").isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  test("is shown whole on demand and on paper", async () => {
    const { page, close } = await openPage(runbook);
    await page.getByRole("button", { name: "Show the whole tree" }).click();
    expect(await question(page)).toHaveLength(4);
    await page.getByRole("button", { name: "Show the whole tree" }).click();
    expect(await question(page)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await question(page)).toHaveLength(4);
    await close();
  });
});

test("without JavaScript there are plain steps, the names with their defaults, and the whole tree with its anchors", async () => {
  const { page, close } = await openPage(runbook, { javaScriptEnabled: false });
  expect(await page.locator("input:visible, select:visible, .progress:visible, button:visible").count()).toBe(
    0,
  );
  expect(await page.locator(".needs-no-script").allTextContents()).toEqual(["", "north · south"]);
  expect(await question(page)).toHaveLength(4);
  expect(await page.getByRole("link", { name: "Very" }).getAttribute("href")).toBe("#decision-wait");
  expect(await command(page, 1)).toBe(`poolctl show $POD --region ${"$"}{REGION}`);
  await close();
});

test("an alert without a runbook says who owns the service, whom to call and what was done", async () => {
  const { page, complaints, close } = await openPage(`${served.address}alerts/PoolDry/`);
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const part of [
    "No runbook answers this alert yet.",
    "Checkout Payments",
    "Primary @money-primary page · phone",
    "Backup @money-backup page, after 10 min",
    "14 March 2026, took 41 min",
    "The pool is raised.",
    "The pool runs dry helped",
  ])
    expect(text).toContain(part);
  expect(complaints).toEqual([]);
  await close();
});

test("each runbook of the demo prints on one sheet of A4", { timeout: 120_000 }, async () => {
  const longestFirst = [...demoRunbooks].sort((a, b) => lengthOf(b) - lengthOf(a));
  const tried = process.env.TIDEMARK_TESTS === "all" ? longestFirst : longestFirst.slice(0, 1);
  const { page, close } = await openPage(runbook);
  for (const { path } of tried) {
    await page.goto(served.address + path.slice(1));
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect([path, pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length]).toEqual([path, 1]);
  }
  await close();
});

test("a runbook fits on a phone without scrolling sideways and needs at most 30 KB of compressed scripts", async () => {
  const { page, requests, complaints, close } = await openPage(runbook, {
    viewport: { width: 360, height: 740 },
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  const scripts = requests.filter((address) => new URL(address).pathname.endsWith(".js"));
  const bytes = scripts.map(
    (address) => gzipSync(readFileSync(join(folder, new URL(address).pathname.slice(base.length)))).length,
  );
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(30 * 1024);
  await close();
});

/** All pages of the demo, as the internal audience has them. */
function demoPages(): Page[] {
  const { knowledgeBase } = readContent(
    resolve(import.meta.dirname, "../../content"),
    join(scratch, "cache"),
  );
  const now = epochOf(knowledgeBase!.site.asOf!);
  const reader = readerOf(knowledgeBase!.site, "internal")!;
  return [...pagesOf(viewContext(project(asKnownAt(knowledgeBase!, now), reader, now), now))];
}

function lengthOf({ view }: Page): number {
  return JSON.stringify(view).length;
}
