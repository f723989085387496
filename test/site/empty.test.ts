import { realpathSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../../scripts/serve-folder.ts";
import { siteBase } from "../../scripts/site-base.ts";
import { sitePages } from "../../scripts/site-pages.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { type ContentFolder, makeContentFolder } from "../support/content-folder.ts";
import { htmlProblems } from "../support/html-problems.ts";
import { giveCompiledSite, runBuild } from "../support/run-tidemark.ts";

/** The least that a content folder can hold: no incident, no service, nobody. */
const NOTHING = {
  "teams.yaml": "people: []\nteams: []\n",
  "incidents/2026-03-14-checkout-timeouts.mdx": undefined,
  "postmortems/2026-03-14-checkout-timeouts.mdx": undefined,
  "runbooks/checkout-pool-exhausted.mdx": undefined,
  "services/checkout.mdx": undefined,
  "services/payments.mdx": undefined,
};

/** Tables, lists, charts and disclosures without anything in them, and headings over nothing. */
const FIND = `(() => {
  const found = [];
  const words = (element) => element.textContent.replace(/\\s+/g, " ").trim().slice(0, 60);
  for (const table of document.querySelectorAll("main table"))
    if (!table.querySelector("tbody tr")) found.push("a table without rows: " + words(table));
  for (const list of document.querySelectorAll("main :is(ul, ol, dl)"))
    if (list.children.length === 0 && list.checkVisibility()) found.push("a list of nothing " + list.className);
  for (const details of document.querySelectorAll("main details"))
    if (words(details) === words(details.querySelector("summary"))) found.push("a disclosure of nothing: " + words(details));
  for (const chart of document.querySelectorAll("main figure.chart"))
    if (/n = 0\\b/.test(chart.textContent) && chart.querySelector("svg")) found.push("a chart without data: " + words(chart));
  for (const heading of document.querySelectorAll("main :is(h2, h3)")) {
    if (!heading.checkVisibility()) continue;
    const home = heading.closest(".section-head") ?? heading;
    const next = home.nextElementSibling;
    const level = Number(heading.tagName[1]);
    const nothing = next === null
      ? home.parentElement.matches("section, div, aside") && words(home.parentElement) === words(home)
      : words(next) === "" && !next.querySelector("svg, input, img") || (/^H[1-6]$/.test(next.tagName) && Number(next.tagName[1]) <= level);
    if (nothing) found.push("a heading over nothing: " + words(heading));
  }
  return found;
})()`;

let folder: ContentFolder;
beforeAll(async () => {
  folder = makeContentFolder(NOTHING);
  await giveCompiledSite(folder);
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  rmSync(folder.root, { recursive: true, force: true });
});

describe.each(["internal", "public"])("a knowledge base of nothing, built for %s", (audience) => {
  test("has only pages that say what would be there, valid, and nothing empty", {
    timeout: 180_000,
  }, async () => {
    const { code, stdout, stderr, out } = await runBuild(folder, audience);
    expect(`${code} ${stdout}${stderr}`).toMatch(/^0 /);
    const site = realpathSync(out);
    const served = await serveFolder({ folder: site, base: siteBase(site), port: 0 });
    const { page, complaints, close } = await openPage("about:blank");
    const problems: string[] = [];
    const pages = sitePages(site).filter(
      ({ template }) => !["error", "handbook", "design"].includes(template),
    );
    for (const { path, html } of pages) {
      await page.goto(served.address + path);
      for (const found of await page.evaluate<string[]>(FIND)) problems.push(`/${path} has ${found}`);
      problems.push(...(await htmlProblems(html)).map((problem) => `/${path} ${problem}`));
    }
    await close();
    await served.close();
    expect([...problems, ...complaints]).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });
});
