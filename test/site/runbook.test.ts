import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import type { Page } from "../../src/core/views/page.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { openPage } from "../support/browser.ts";
import { BASE, command, question, runbookSite } from "./runbook-site.ts";

const demoRunbooks = demoPages().filter(({ template }) => template === "runbook");
let site: Awaited<ReturnType<typeof runbookSite>>;
let runbook: string;
beforeAll(async () => {
  site = await runbookSite(demoRunbooks);
  ({ runbook } = site);
});
afterAll(() => site?.close());

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
  const { page, complaints, close } = await openPage(`${site.address}alerts/PoolDry/`);
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
    await page.goto(site.address + path.slice(1));
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
    (address) =>
      gzipSync(readFileSync(join(site.folder, new URL(address).pathname.slice(BASE.length)))).length,
  );
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(30 * 1024);
  await close();
});

/** All pages of the demo, as the internal audience has them. */
function demoPages(): Page[] {
  const cache = mkdtempSync(join(tmpdir(), "tidemark-demo-"));
  const { knowledgeBase } = readContent(resolve(import.meta.dirname, "../../content"), cache);
  rmSync(cache, { recursive: true });
  const now = epochOf(knowledgeBase!.site.asOf!);
  const reader = readerOf(knowledgeBase!.site, "internal")!;
  return [...pagesOf(viewContext(project(asKnownAt(knowledgeBase!, now), reader, now), now))];
}

function lengthOf({ view }: Page): number {
  return JSON.stringify(view).length;
}
