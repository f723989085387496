import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { buildSearchIndex } from "../../src/adapters/search/build-index.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { writeFakeFacts } from "../support/fake-facts.ts";

const base = "/kb/";
const scratch = mkdtempSync(join(tmpdir(), "tidemark-site-"));
const documents = [
  {
    url: "/incidents/incident-0/",
    title: "Checkout was slow",
    kind: "Incident",
    html: "<p>The pool ran dry at noon.</p>",
    filters: {},
    meta: {},
  },
  {
    url: "/runbooks/runbook-0/",
    title: "The pool runs dry",
    kind: "Runbook",
    html: "<p>Raise the pool.</p>",
    filters: {},
    meta: {},
  },
];
const moved = "incidents/old/";
let paths: string[] = [];
let served: ServedFolder;
let folder: string;

beforeAll(async () => {
  const facts = writeFakeFacts(join(scratch, "facts"), { base });
  paths = facts.pages.map(({ path }) => path.slice(1));
  ({ folder } = await drawSite(scratch, join(scratch, "facts"), facts, base));
  await buildSearchIndex({ folder, documents, cache: join(scratch, "search"), language: "en" });
  served = await serveFolder({ folder, base, port: 0 });
});
afterAll(async () => {
  await closeBrowser();
  await served.close();
  rmSync(scratch, { recursive: true });
});

describe("every page in a browser", () => {
  test("asks no other host, breaks no security policy, and does not scroll sideways on a phone", async () => {
    for (const path of paths.filter((each) => each !== moved)) {
      const { page, requests, complaints, close } = await openPage(served.address + path, {
        viewport: { width: 390, height: 844 },
      });
      const { origin } = new URL(served.address);
      expect(
        requests.filter((address) => !address.startsWith(origin)),
        path,
      ).toEqual([]);
      expect(complaints, path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
      await close();
    }
  });

  test("an old address leads to the new one", async () => {
    const { page, close } = await openPage(served.address);
    await page.goto(served.address + moved);
    await page.waitForURL("**/kb/incidents/incident-0/");
    await close();
  });

  test("the first stop of the Tab key leads past the navigation", async () => {
    const { page, close } = await openPage(`${served.address}incidents/incident-0/`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await close();
  });

  test.each(["light", "dark"] as const)(
    "text stands out from its ground in %s: ink 7 to 1, the rest 4.5 to 1",
    async (colorScheme) => {
      const { page, close } = await openPage(served.address, { colorScheme });
      const ratios = await page.evaluate((pairs) => {
        const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const probe = document.body.appendChild(document.createElement("i"));
        const luminance = (name: string): number => {
          probe.className = "probe";
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`.probe { color: var(--${name}) }`);
          document.adoptedStyleSheets = [sheet];
          if (!paint) return Number.NaN;
          paint.fillStyle = getComputedStyle(probe).color;
          paint.fillRect(0, 0, 1, 1);
          const [red = 0, green = 0, blue = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((value) =>
            value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        return pairs.map(([text, ground]) => {
          const [a, b] = [luminance(text), luminance(ground)];
          return { text, ground, ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
        });
      }, grounds);
      for (const { text, ground, ratio } of ratios)
        expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(text === "ink" ? 7 : 4.5);
      await close();
    },
  );
});

describe("search", () => {
  test("opens with /, finds, chooses by arrow keys and opens with Enter, and loads nothing before", async () => {
    const { page, requests, complaints, close } = await openPage(served.address);
    expect(requests.filter((address) => address.includes("/pagefind/"))).toEqual([]);
    await page.keyboard.press("/");
    await page.keyboard.type("pool");
    const results = page.locator(".search-result");
    await results.nth(1).waitFor();
    expect(await page.locator(".search-excerpt mark").first().textContent()).toBe("pool");
    const first = await page.locator('[aria-selected="true"] .search-title').textContent();
    await page.keyboard.press("ArrowDown");
    const second = await page.locator('[aria-selected="true"] .search-title').textContent();
    expect(new Set([first, second])).toEqual(new Set(["Checkout was slow", "The pool runs dry"]));
    const address = await page.locator('[aria-selected="true"] a').getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${address}`);
    expect(complaints).toEqual([]);
    await close();
  });

  test("is narrowed to a kind by its button, and Escape closes it", async () => {
    const { page, close } = await openPage(served.address);
    await page.locator("[data-search]").click();
    await page.keyboard.type("pool");
    await page.getByRole("button", { name: "Runbook 1" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".search-result").length === 1);
    expect(await page.locator(".search-title").textContent()).toBe("The pool runs dry");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await close();
  });

  test("stands in place on the page of a lost address", async () => {
    const { page, close } = await openPage(`${served.address}incidents/nowhere/`);
    await page.keyboard.type("noon");
    await page.locator(".search-result").first().waitFor();
    expect(await page.locator(".search-link").first().getAttribute("href")).toBe("/kb/incidents/incident-0/");
    await close();
  });
});

test("a chosen theme holds on the next page before anything is painted", async () => {
  const { page, close } = await openPage(served.address, { colorScheme: "light" });
  const toggle = page.locator("[data-theme-toggle]");
  await toggle.click();
  await toggle.click();
  expect(await toggle.textContent()).toContain("Dark");
  await page.goto(`${served.address}search/`, { waitUntil: "commit" });
  await page.waitForSelector("html[data-theme=dark]", { state: "attached" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await close();
});

const grounds: [string, string][] = [
  ["ink", "paper"],
  ["ink", "paper-sunk"],
  ["ink", "paper-hover"],
  ["ink", "bad-soft"],
  ["ink", "warn-soft"],
  ["ink-muted", "paper"],
  ["ink-muted", "paper-sunk"],
  ["ink-muted", "paper-hover"],
  ["ink-muted", "bad-soft"],
  ["accent", "paper"],
  ["accent", "paper-sunk"],
  ["accent", "accent-soft"],
  ["bad", "paper"],
  ["bad", "bad-soft"],
  ["bad", "paper-sunk"],
  ["warn", "paper"],
  ["warn", "warn-soft"],
  ["warn", "paper-sunk"],
  ["good", "paper"],
  ["good", "paper-sunk"],
  ["plan", "paper"],
  ["plan", "paper-sunk"],
];
