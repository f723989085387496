import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { openPage } from "./browser.ts";

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

/** Looks at a page in light and in dark, on a desk and on a phone. */
export async function visitPage(address: string, path: string, { everything }: Look): Promise<Visit> {
  const { page, requests, complaints, close } = await openPage(address + path, {
    viewport: { width: 1280, height: 900 },
    // Colours that are still on their way to others would be judged half-way.
    reducedMotion: "reduce",
  });
  const hidden = await hiddenTexts(page);
  await page.evaluate(axe.source);
  const light = await runAxe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await runAxe(page, everything ? {} : COLOUR_RULES);
  await page.setViewportSize({ width: 390, height: 844 });
  const phone = await runAxe(page, everything ? {} : NAME_RULES);
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
  const loaded = requests.filter((request) => /\.m?js$/.test(new URL(request).pathname));
  const scripts = await Promise.all(
    loaded.map(async (request) => gzipSync(await (await fetch(request)).bytes()).length),
  );
  await close();
  return {
    path,
    barriers: [
      ...light.map((barrier) => `light: ${barrier}`),
      ...dark.map((barrier) => `dark: ${barrier}`),
      ...phone.map((barrier) => `on a phone: ${barrier}`),
    ],
    complaints,
    foreign: requests.filter((request) => new URL(request).origin !== new URL(address).origin),
    scriptBytes: scripts.reduce((sum, bytes) => sum + bytes, 0),
    sideways,
    hidden,
  };
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
