import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../scripts/serve-folder.ts";
import { writeFiles } from "../../../src/adapters/publish/write-files.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../../src/core/time.ts";
import { statusSite } from "../../../src/site/status/status-site.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";
import { EXAMPLE_NOW, openIncident, statusContext } from "../../support/status-example.ts";
import { FORTY, SHOP, SITE, STATES } from "./status-states.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-status-"));
let served: ServedFolder;

const paths =
  process.env.TIDEMARK_TESTS === "all"
    ? ["status/", "status/de/", "status/ar/", "status/history/"]
    : ["status/ar/", "status/history/"];

function pagesOf(entries: readonly Entry[]) {
  return new Map(
    statusSite(statusContext(entries, { site: SITE })).map(({ path, content }) => [path, `${content}`]),
  );
}

beforeAll(async () => {
  for (const [name, entries] of Object.entries(STATES))
    writeFiles(join(scratch, name), statusSite(statusContext(entries, { site: SITE })));
  served = await serveFolder({ folder: scratch, base: "/", port: 0 });
});
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(scratch, { recursive: true });
});

describe("the size of the page", () => {
  test("with forty components and three open incidents is 14 KB at most, in every language, by gzip and brotli", () => {
    const pages = pagesOf(FORTY);
    for (const path of ["status/index.html", "status/de/index.html", "status/ar/index.html"]) {
      const html = pages.get(path)!;
      expect(gzipSync(html).length, path).toBeLessThanOrEqual(14_000);
      expect(brotliCompressSync(html).length, path).toBeLessThanOrEqual(14_000);
    }
  });
});

describe("what the page says", () => {
  test("names the state, the components, whom an incident concerns and when more is said, without a script", () => {
    const html = pagesOf(STATES.outage!).get("status/index.html")!;
    const text = html
      .replace(/<(style|script)>.*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
    for (const words of [
      "Major service outage",
      "2 of 3 components work as usual",
      "Trouble with pay",
      "Regions: Europe · Plans: Business",
      "Try again after a minute.",
      "Next update by 20 May, 12:30 Berlin · 10:30 UTC",
      "Word number 3",
      "As of 20 May, 12:00 Berlin · 10:00 UTC",
      "weighted: major 1, partial 0.3, degraded 0",
    ])
      expect(text).toContain(words);
    expect(text.indexOf("Word number 3")).toBeLessThan(text.indexOf("Word number 1"));
  });

  test("tells each of the ninety days with its minutes, to the pointer and in words to open", () => {
    const html = pagesOf(STATES.well!).get("status/index.html")!;
    const pay = html.slice(html.indexOf(">Pay<"), html.indexOf("</details>", html.indexOf(">Pay<")));
    expect(pay.match(/<i[ >]/g)).toHaveLength(90);
    expect(pay).toContain('<i class="io" title="2 Apr: 1 h partial outage"></i>');
    expect(pay).toContain("<li>2 Apr: 1 h partial outage</li><li>All other days: 0 min</li>");
  });

  test("knows nothing of days before the first, and shows no share where there was no time", () => {
    const html = pagesOf(STATES.new!).get("status/index.html")!;
    expect(html.match(/class="in"/g)!.length).toBeGreaterThanOrEqual(89);
    expect(html).toContain("<li>20 Feb – 19 May: no data</li>");
  });

  test("puts words of strangers into no tag", () => {
    const evil = `</style><script>alert(1)</script>"'`;
    const html = pagesOf([
      openIncident("pay", "major_outage", 1, { publicTitle: evil, workaround: evil }),
      ...SHOP,
    ]).get("status/index.html")!;
    expect(html).not.toContain("<script>alert");
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

describe("the page in a browser", () => {
  test.each(["well", "outage", "work", "forty", "new"])(
    "%s: one request, no complaint, nothing to scroll sideways, in every language on a phone",
    async (name) => {
      for (const path of paths) {
        const { page, requests, complaints, close } = await openPage(`${served.address}${name}/${path}`, {
          viewport: { width: 390, height: 844 },
        });
        expect(requests).toEqual([`${served.address}${name}/${path}`]);
        expect(complaints).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        await close();
      }
    },
  );

  test("turns planned work on and off at its time, and says when it is old", async () => {
    const { page, close } = await openPage("about:blank");
    await page.clock.install({ time: epochOf(EXAMPLE_NOW) });
    await page.goto(`${served.address}work/status/`);
    const heading = page.locator("h1:visible");
    const state = page.locator("summary", { hasText: "Pay" }).locator(".s:visible");
    const window = page.locator("article");
    expect(await heading.textContent()).toBe("All systems operational");
    expect(await state.textContent()).toBe("Operational");
    expect(await window.locator("b:visible").textContent()).toBe("Scheduled");
    await page.clock.setSystemTime(epochOf("2026-05-20T10:30:00Z"));
    await page.clock.runFor(20_000);
    expect(await heading.textContent()).toBe("Service under maintenance");
    expect(await state.textContent()).toBe("Maintenance");
    expect(await window.locator("b:visible").textContent()).toBe("In progress");
    expect(await page.locator("#old").isVisible()).toBe(false);
    await page.clock.setSystemTime(epochOf("2026-05-20T11:00:00Z"));
    await page.clock.runFor(20_000);
    expect(await heading.textContent()).toBe("All systems operational");
    expect(await state.textContent()).toBe("Operational");
    expect(await window.locator("b:visible").textContent()).toBe("Completed");
    expect(await page.locator("#old").isVisible()).toBe(true);
    await close();
  });

  test("shows times in the zone of its reader", async () => {
    const { page, close } = await openPage(`${served.address}outage/status/`, { timezoneId: "Asia/Tokyo" });
    const times = await page.locator("article time").allTextContents();
    expect(times).toContain("20 May, 19:30 GMT+9");
    expect(await page.locator("article time").first().getAttribute("title")).toContain("Berlin");
    await close();
  });

  test("opens the days of a component by the keyboard", async () => {
    const { page, close } = await openPage(`${served.address}well/status/`);
    const days = page.locator(".z").first();
    expect(await days.isVisible()).toBe(false);
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await days.isVisible()).toBe(true);
    await close();
  });

  test("names a fine day to whoever points at it", async () => {
    const { page, close } = await openPage(`${served.address}well/status/`);
    const bars = page.locator("details", { hasText: "Pay" }).locator(".k i");
    for (const [index, title] of [
      [89, "20 May: 0 min"],
      [41, "2 Apr: 1 h partial outage"],
      [0, "20 Feb: 0 min"],
    ] as const) {
      await bars.nth(index).hover();
      expect(await bars.nth(index).getAttribute("title")).toBe(title);
    }
    await close();
  });
});
