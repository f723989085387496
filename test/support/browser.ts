import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { findBrowser } from "../../src/adapters/browser/find-browser.ts";
import { launchBrowser } from "../../src/adapters/browser/launch-browser.ts";

/** The machine's browser; a test that needs one fails where there is none (`npm test` installs it first). */
export function browserPath(): string {
  const path = findBrowser({ platform: process.platform, variables: process.env });
  if (!path)
    throw new Error(
      "Unexpected machine without Chromium or Chrome: `npm test` installs one, or set CHROME_PATH",
    );
  return path;
}

/** What Playwright itself writes on a page's console where it was asked to block service workers. */
const BLOCKED = "Service Worker registration blocked by Playwright";

let running: Promise<Browser> | undefined;

/** One browser per test file; end it with `afterAll(closeBrowser)`. */
export function openBrowser(): Promise<Browser> {
  running ??= launchBrowser(browserPath());
  return running;
}

/** Ends the file's browser, if any was started. */
export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  await browser?.close();
}

/** A page in a context of its own, with everything it asked of any host and every complaint it logged. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses of all requests, in order. */
  readonly requests: readonly string[];
  /** Every message on the console, violations of the content security policy among them, and uncaught errors. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page at an address and watches it. */
export async function openPage(address: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await (await openBrowser()).newContext({
    locale: "en-GB",
    timezoneId: "UTC",
    // What is kept for offline use would be fetched again for each page of each test.
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.text() !== BLOCKED) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address, { waitUntil: "load" });
  return { page, requests, complaints, close: () => context.close() };
}
