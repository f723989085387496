import type { Page as BrowserPage } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { command, runbookSite } from "./runbook-site.ts";

let site: Awaited<ReturnType<typeof runbookSite>>;
let runbook: string;
beforeAll(async () => {
  site = await runbookSite();
  ({ runbook } = site);
});
afterAll(() => site?.close());

const progress = (page: BrowserPage) => page.locator("[data-progress-words]").textContent();
const box = (page: BrowserPage, title: string) =>
  page.getByRole("checkbox", { name: `Step ${title} is done` });

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
