import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { incidentListView } from "../../src/core/views/incident-list-view.ts";
import { listFiles } from "../../src/core/views/list-files.ts";
import type { Page } from "../../src/core/views/page.ts";
import { postmortemListView } from "../../src/core/views/postmortem-list-view.ts";
import { runbookListView } from "../../src/core/views/runbook-list-view.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { buildEntry, buildIncident } from "../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../support/builders/build-knowledge-base.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";

const COUNT = 1000;
const context = manyEntries();
const scratch = mkdtempSync(join(tmpdir(), "tidemark-lists-"));
let folder: string;
let served: ServedFolder;

beforeAll(async () => {
  const pages: Page[] = [
    { path: "/incidents/", template: "incident-list", title: "Incidents", view: incidentListView(context) },
    {
      path: "/postmortems/",
      template: "postmortem-list",
      title: "Postmortems",
      view: postmortemListView(context),
    },
    { path: "/runbooks/", template: "runbook-list", title: "Runbooks", view: runbookListView(context) },
  ];
  const facts = writeFacts(join(scratch, "facts"), fakeSite("/"), pages);
  ({ folder } = await drawSite(scratch, join(scratch, "facts"), facts, "/"));
  served = await serveFolder({ folder, base: "/", port: 0 });
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(scratch, { recursive: true });
});

const shown = ".row[data-facts]:not([hidden])";

test("an address narrows the list, the back button widens it, and the counts follow", async () => {
  const { page, complaints, close } = await openPage(`${served.address}incidents/?severity=SEV1`);
  expect(await page.locator(shown).count()).toBe(250);
  expect(await page.locator("[data-result]").textContent()).toBe("250 of 1000 incidents");
  await page.locator("[data-facet=service] summary").click();
  expect(await page.locator('[data-facet=service] [data-value="search"] .facet-count').textContent()).toBe(
    "125",
  );
  await page.locator('[data-facet=service] [data-value="search"]').click();
  expect(new URL(page.url()).search).toBe("?severity=SEV1&service=search");
  expect(await page.locator(shown).count()).toBe(125);
  await page.goBack();
  expect(await page.locator(shown).count()).toBe(250);
  await page.goForward();
  expect(await page.locator(shown).count()).toBe(125);
  await page.reload();
  expect(await page.locator(shown).count()).toBe(125);
  await page.locator("[data-clear]").click();
  expect(await page.locator(shown).count()).toBe(COUNT);
  expect(complaints).toEqual([]);
  await close();
});

test("a filter of a thousand incidents takes less than 50 ms, a sort less than 250, and nothing moves by itself", async () => {
  const { page, close } = await openPage(`${served.address}incidents/?severity=SEV2`);
  // Time of the page's own thread: the clock of a busy machine says nothing about the page.
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const work = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    return metrics.reduce((sum, { name, value }) => sum + (work.includes(name) ? 1000 * value : 0), 0);
  };
  const cost = async (selector: string) => {
    const before = await spent();
    await page.evaluate(async (wanted) => {
      document.querySelector<HTMLElement>(wanted)?.click();
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    }, selector);
    return (await spent()) - before;
  };
  const least = async (selector: string) => {
    const costs = [];
    for (let run = 0; run < 6; run++) costs.push(await cost(selector));
    return Math.min(...costs);
  };
  const filter = await least('[data-facet=service] [data-value="search"]');
  const sort = await least('[data-sort="duration"] button');
  const file = join(folder, "incidents/index.html");
  const bytes = { raw: statSync(file).size, gzip: gzipSync(readFileSync(file)).length };
  console.log(
    `${COUNT} incidents: filter ${filter.toFixed(1)} ms, sort ${sort.toFixed(1)} ms, page ${(bytes.raw / 1000).toFixed(0)} KB, ${(bytes.gzip / 1000).toFixed(0)} KB compressed`,
  );
  expect(filter).toBeLessThan(50);
  expect(sort).toBeLessThan(250);
  expect(await page.evaluate(() => performance.getEntriesByType("layout-shift").length)).toBe(0);
  expect(bytes.gzip).toBeLessThan(100_000);
  await close();
});

test("columns say how they are sorted, by keyboard too, and what is unknown comes last", async () => {
  const { page, close } = await openPage(`${served.address}incidents/`);
  const order = () =>
    page.locator("th[data-sort]").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")));
  expect(await order()).toEqual([null, "descending", null]);
  await page.locator('[data-sort="duration"] button').focus();
  await page.keyboard.press("Enter");
  expect(await order()).toEqual([null, null, "descending"]);
  expect(await page.locator(".row-group:not([hidden])").count()).toBe(0);
  const lengths = await page.locator(`${shown} .row-length`).allTextContents();
  expect(lengths[0]).toBe("1 h 45 min");
  expect(lengths.at(-1)).toMatch(/so far$/);
  await page.keyboard.press("Space");
  expect(await order()).toEqual([null, null, "ascending"]);
  expect(new URL(page.url()).search).toBe("?sort=duration");
  expect((await page.locator(`${shown} .row-length`).allTextContents()).at(-1)).toMatch(/so far$/);
  await page.goBack();
  await page.goBack();
  expect(await order()).toEqual([null, "descending", null]);
  expect(await page.locator(".row-group:not([hidden])").count()).toBeGreaterThan(1);
  await close();
});

test("what is shown comes as a CSV file, in the order in which it is shown, and without formulas", async () => {
  const { page, close } = await openPage(`${served.address}incidents/?service=search&sort=severity`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-csv]").click()]);
  expect(download.suggestedFilename()).toBe("incidents.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe("\ufeffState,Severity,Incident,Services,Began,Restored in,URL");
  expect(lines).toHaveLength(1 + COUNT / 2);
  expect(lines[1]).toMatch(
    /^Resolved,SEV1,'=HYPERLINK\(\d+\),(?:Search|search),20\d\d-\d\d-\d\dT\d\d:\d\d:00Z,\d+,http:\/\/localhost:\d+\/incidents\/\S+\/$/,
  );
  await close();
});

test("postmortems and runbooks are narrowed and sorted in the same way", async () => {
  const lessons = await openPage(`${served.address}postmortems/?state=final&severity=SEV1`);
  // Of 0, 4 and 8 the first is a draft.
  expect(await lessons.page.locator(`${shown} .row-title`).allTextContents()).toEqual([
    "Lessons of number 8",
    "Lessons of number 4",
  ]);
  expect(await lessons.page.locator("[data-result]").textContent()).toBe("2 of 12 postmortems");
  await lessons.page.locator('[data-sort="title"] button').click();
  expect(new URL(lessons.page.url()).search).toBe("?state=final&severity=SEV1&sort=title");
  expect(await lessons.page.locator(`${shown} .row-title`).first().textContent()).toBe("Lessons of number 4");
  await lessons.page.goBack();
  await lessons.page.locator("[data-clear]").click();
  expect(await lessons.page.locator(shown).count()).toBe(12);
  expect(lessons.complaints).toEqual([]);
  await lessons.close();

  const { page, complaints, close } = await openPage(`${served.address}runbooks/`);
  await page.locator("[data-facet=verification] summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.waitForURL("**/runbooks/?verification=stale");
  expect(await page.locator(shown).count()).toBe(3);
  await page.locator('[data-sort="verified"] button').click();
  expect(await page.locator(".row-group:not([hidden])").count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test("each list is there as a file without scripts, and with them the same file comes when nothing is chosen", async () => {
  const files = new Map([...listFiles(context)].map(({ path, text }) => [path, text]));
  for (const [list, first] of [
    ["incidents", /^Open,SEV4,/],
    ["postmortems", /^SEV4,Lessons of number 11,2023-01-12T22:00:00Z,Final,"Say it once, 11",https:/],
    ["runbooks", /^Restart number 0,Checkout,Verified,2026-03-20,https:/],
  ] as const) {
    const plain = await openPage(`${served.address}${list}/`, { javaScriptEnabled: false });
    const href = await plain.page.locator("[data-csv]").getAttribute("href");
    await plain.close();
    const text = files.get(href!)!;
    expect(text.split("\r\n")[1]).toMatch(first);
    const { page, close } = await openPage(`${served.address}${list}/`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-csv]").click()]);
    const downloaded = readFileSync(await download.path(), "utf8");
    expect(downloaded.replaceAll(new URL(served.address).origin, "https://tidemark.example.org")).toBe(text);
    await close();
  }
});

test("by keyboard alone: open a facet, walk its values, choose, close, clear", async () => {
  const { page, close } = await openPage(`${served.address}incidents/`);
  await page.locator("[data-facet=severity] summary").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-facet=severity][open]").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.waitForURL((address) => address.search === "?severity=SEV2");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("SEV2");
  expect(await page.locator("details[open]").count()).toBe(0);
  await close();
});

test("without scripts the whole list is there, and the facets lead to the pages of their words", async () => {
  const { page, close } = await openPage(`${served.address}incidents/?severity=SEV1`, {
    javaScriptEnabled: false,
  });
  expect(await page.locator(shown).count()).toBe(COUNT);
  await page.locator("[data-facet=severity] summary").click();
  expect(await page.locator('[data-facet=severity] a[data-value="SEV1"]').getAttribute("href")).toBe(
    "/taxonomy/severities/sev1/",
  );
  await close();
});

test("a row is one line of 36 px on a desk and two lines on a phone", async () => {
  for (const [width, low, high] of [
    [1280, 36, 37],
    [390, 40, 64],
  ] as const) {
    const { page, close } = await openPage(`${served.address}incidents/`, {
      viewport: { width, height: 900 },
    });
    const heights = await page
      .locator(shown)
      .evaluateAll((rows) => rows.slice(0, 12).map((row) => row.getBoundingClientRect().height));
    for (const height of heights) {
      expect(height, `at ${width}`).toBeGreaterThanOrEqual(low);
      expect(height, `at ${width}`).toBeLessThanOrEqual(high);
    }
    await close();
  }
});

/** Every fourth is of the same severity; services take turns by two and two; the last one is open. */
function manyEntries() {
  const incidents = Array.from({ length: COUNT }, (_, index) => {
    const start = Date.UTC(2023, 0, 1) + index * 26 * 3_600_000;
    const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace(".000Z", "Z");
    const severity = `SEV${1 + (index % 4)}`;
    return buildIncident(
      {
        title:
          index % 4 === 0
            ? `=HYPERLINK(${index})`
            : `Orders were slow, and slower than the day before, number ${index}`,
        severity: { initial: severity, peak: severity },
        services: [Math.floor(index / 4) % 2 === 0 ? "search" : "checkout"],
        milestones: {
          started: at(0),
          detected: at(5),
          ...(index === COUNT - 1 ? {} : { resolved: at(10 + (index % 11) * 10) }),
        },
      },
      `${at(0).slice(0, 10)}-incident-${index}`,
    );
  });
  // Every third postmortem is a draft; every second runbook was verified long ago, the last one is a playbook.
  const postmortems = Array.from({ length: 12 }, (_, index) =>
    buildEntry("postmortem", `p-${index}`, {
      title: `Lessons of number ${index}`,
      incidents: [incidents[index]!.id],
      ...(index % 3 === 0
        ? { state: "draft" }
        : { state: "final", lesson: `Say it once, ${index}`, finalized: "2026-03-01T10:00:00Z" }),
    }),
  );
  const runbooks = Array.from({ length: 6 }, (_, index) =>
    buildEntry("runbook", `r-${index}`, {
      title: `Restart number ${index}`,
      kind: index === 5 ? "playbook" : "runbook",
      services: ["checkout"],
      verified: { on: index % 2 === 0 ? "2026-03-20" : "2024-01-10", by: "ada", how: "dry-run" },
    }),
  );
  const knowledgeBase = buildKnowledgeBase([...incidents, ...postmortems, ...runbooks], {
    taxonomy: {
      severities: [1, 2, 3, 4].map((rank) => ({
        id: `SEV${rank}`,
        name: `Rank ${rank}`,
        description: "A made severity",
        postmortem: { required: false },
      })),
    },
  });
  const now = epochOf("2026-04-01T08:00:00Z");
  const reader = readerOf(knowledgeBase.site, "internal")!;
  return viewContext(project(knowledgeBase, reader, now), now);
}
