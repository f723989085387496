import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { siteBase } from "../../scripts/site-base.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { runBuild } from "../support/run-tidemark.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-walks-"));
const content = join(scratch, "content");
let served: ServedFolder;

beforeAll(async () => {
  cpSync(resolve(import.meta.dirname, "../../content"), content, { recursive: true });
  const { code, out, stderr } = await runBuild({ root: scratch, content });
  expect(code, stderr).toBe(0);
  served = await serveFolder({ folder: out, base: siteBase(out), port: 0 });
}, 300_000);
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe("on the demo's site, without a mouse", () => {
  test("woken by an alert, one finds its runbook by name", { timeout: 60_000 }, async () => {
    const alert = /alerts: \[(\w+)/.exec(
      readFileSync(join(content, "runbooks/certificate-renewal.mdx"), "utf8"),
    )?.[1];
    const { page, complaints, close } = await openPage(served.address);
    await page.keyboard.press("/");
    await page.keyboard.type(alert!);
    // Enter right after the last letter waits for its answer.
    await page.keyboard.press("Enter");
    await page.waitForURL("**/runbooks/certificate-renewal/");
    expect(await page.evaluate(() => document.body.dataset.template)).toBe("runbook");
    expect(complaints).toEqual([]);
    await close();
  });

  test("one sees what is open, and opens it", { timeout: 60_000 }, async () => {
    const { page, close } = await openPage(served.address);
    await tabTo(page, "main a.row-title");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/incidents/*/");
    expect(await page.locator("main .state-open, main .state-mitigated").count()).toBeGreaterThan(0);
    await close();
  });

  test("one narrows the incidents to a service's SEV1s, and comes back", { timeout: 60_000 }, async () => {
    const { page, close } = await openPage(`${served.address}incidents/`);
    await choose(page, "severity", "SEV1");
    await choose(page, "service", "checkout");
    expect(new URL(page.url()).search).toBe("?severity=SEV1&service=checkout");
    const rows = page.locator(".row[data-facts]:not([hidden])");
    const severities = await rows.locator(".row-severity").allTextContents();
    expect(severities.length).toBeGreaterThan(0);
    expect(new Set(severities)).toEqual(new Set(["SEV1"]));
    for (const services of await rows.locator(".row-services").allTextContents())
      expect(services).toContain("Checkout");
    // Alt and the left arrow, which a browser without a window has not.
    await page.goBack();
    expect(new URL(page.url()).search).toBe("?severity=SEV1");
    await close();
  });

  test("one finds one's own overdue items, and what each is", { timeout: 60_000 }, async () => {
    const { page, close } = await openPage(served.address);
    await tabTo(page, '.nav a[href$="/actions/"]');
    await page.keyboard.press("Enter");
    await page.waitForURL("**/actions/");
    const late = await page.locator('[data-facts*="|overdue|"]').first().getAttribute("data-facts");
    const me = late!.split("|")[0]!;
    await choose(page, "owner", me);
    await choose(page, "state", "overdue");
    const mine = page.locator("[data-facts]:not([hidden])");
    expect(await mine.count()).toBeGreaterThan(0);
    for (const facts of await mine.evaluateAll((rows) =>
      rows.map((row) => row.getAttribute("data-facts")!.split("|")),
    ))
      expect([facts[0], facts[2]]).toEqual([me, "overdue"]);
    await tabTo(page, "[data-facts]:not([hidden]) summary");
    await page.keyboard.press("Enter");
    await tabTo(page, '[data-facts] a[href*="/postmortems/"], [data-facts] a[href*="/incidents/"]');
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(?:postmortems|incidents)\/[^/]+\//);
    await close();
  });

  test("one reads the last postmortem", { timeout: 60_000 }, async () => {
    const { page, close } = await openPage(`${served.address}postmortems/`);
    const newest = await page.locator(".postmortem-row a.row-title").first().getAttribute("href");
    await tabTo(page, "main a.row-title");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${newest}`);
    expect(await page.evaluate(() => document.body.dataset.template)).toBe("postmortem");
    await close();
  });
});

/** Presses Tab until something is focused that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Unexpected page without a stop for the Tab key at ${selector}`);
}

/** Opens a facet, walks down to a value and takes it. */
async function choose(page: Page, facet: string, value: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, `[data-facet="${facet}"] summary`);
  await page.keyboard.press("Enter");
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press("ArrowDown");
    if (
      await page.evaluate(
        (wanted) => (document.activeElement as HTMLElement)?.dataset.value === wanted,
        value,
      )
    )
      break;
  }
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
}
