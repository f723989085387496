import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page as BrowserPage } from "playwright-core";
import { serveFolder } from "../../scripts/serve-folder.ts";
import type { Page } from "../../src/core/views/page.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";
import { fakeRunbookPages } from "../support/fake-runbook.ts";

/** Where the site of the runbook stands. */
export const BASE = "/kb/";

/** An invented runbook and other pages, drawn and served; `close` ends the browser too. */
export async function runbookSite(others: readonly Page[] = []) {
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-runbook-"));
  const facts = writeFacts(join(scratch, "facts"), fakeSite(BASE), [...fakeRunbookPages(BASE), ...others]);
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, BASE);
  const served = await serveFolder({ folder, base: BASE, port: 0 });
  return {
    folder,
    address: served.address,
    runbook: `${served.address}runbooks/pool/`,
    close: async () => {
      await closeBrowser();
      await served.close();
      rmSync(scratch, { recursive: true });
    },
  };
}

/** The command of a step as it is shown. */
export const command = (page: BrowserPage, step: number) => page.locator(`#step-${step} pre`).textContent();

/** The questions and deeds of a tree that are in sight. */
export const question = (page: BrowserPage) =>
  page.locator(".decision:visible").locator(".decision-ask, .decision-do").allTextContents();
