import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** What a browser had to say about one page. */
export interface Visit {
  readonly path: string;
  /** What axe found, in light and in dark, on a desk and on a phone: the rule and where. */
  readonly barriers: readonly string[];
  /** Every message on the console and every uncaught error. */
  readonly complaints: readonly string[];
  /** Requests to any other host. */
  readonly foreign: readonly string[];
  /** Scripts that the page loads by itself, compressed. */
  readonly scriptBytes: number;
  /** By how many pixels the page is wider than a phone of 390 px. */
  readonly sideways: number;
  /** Texts of its content that are not shown on a desk, buttons and what is marked as needing a script aside. */
  readonly hidden: readonly string[];
}

/** How closely to look. */
export interface Look {
  /** Every rule in the dark and on a phone too; else those alone that can differ there. */
  readonly everything: boolean;
}

/** Looks at pages of a site in light and in dark, on a desk and on a phone, in as many windows of the browser as there are processors. */
export async function visitPages(address: string, paths: readonly string[], look: Look): Promise<Visit[]> {
  const waiting = [...paths];
  const visits = new Map<string, Visit>();
  const visitInTurn = async () => {
    const watched = await openPage("about:blank", {
      // Colours that are still on their way to others would be judged half-way.
      reducedMotion: "reduce",
    });
    await watched.page.addInitScript(axe);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      visits.set(path, await visitPage(watched, address, path, look));
    await watched.close();
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, visitInTurn));
  return paths.map((path) => visits.get(path)!);
}

async function visitPage(
  { page, requests, complaints }: WatchedPage,
  address: string,
  path: string,
  { everything }: Look,
): Promise<Visit> {
  const [asked, said] = [requests.length, complaints.length];
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address + path, { waitUntil: "load" });
  const hidden = await hiddenTexts(page);
  const inLight = await runAxe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await runAxe(page, everything ? {} : COLOUR_RULES);
  await page.setViewportSize(phone);
  const onPhone = await runAxe(page, everything ? {} : NAME_RULES);
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
  const asks = requests.slice(asked);
  const scripts = asks.filter((request) => /\.m?js$/.test(new URL(request).pathname));
  return {
    path,
    barriers: [
      ...inLight.map((barrier) => `light: ${barrier}`),
      ...inDark.map((barrier) => `dark: ${barrier}`),
      ...onPhone.map((barrier) => `on a phone: ${barrier}`),
    ],
    complaints: complaints.slice(said),
    foreign: asks.filter((request) => new URL(request).origin !== new URL(address).origin),
    scriptBytes: (await Promise.all(scripts.map(compressedBytes))).reduce((sum, bytes) => sum + bytes, 0),
    sideways,
    hidden,
  };
}

const known = new Map<string, Promise<number>>();

/** How many bytes a server would send for an address. */
function compressedBytes(address: string): Promise<number> {
  const bytes = known.get(address) ?? fetch(address).then(async (got) => gzipSync(await got.bytes()).length);
  known.set(address, bytes);
  return bytes;
}

/** Texts of a page's content that a reader cannot get to; what a disclosure opens, buttons, and what is marked as needing a script are left aside. */
export function hiddenTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      if (data.trim() === "" || parent.closest("script, noscript, option, button, .needs-script, details:not([open])")) continue;
      if (!parent.checkVisibility()) texts.push(data.trim());
    }
    return texts;
  })()`);
}

/** What goes when room is short may have been the only name of what stays. */
const NAME_RULES = { runOnly: { type: "tag", values: ["cat.name-role-value"] } };
const COLOUR_RULES = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

function runAxe(page: Page, options = {}): Promise<string[]> {
  return page.evaluate<string[]>(`axe
    .run(${JSON.stringify({ resultTypes: ["violations"], iframes: false, preload: false, ...options })})
    .then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " at " + target.join(" "))))`);
}
