import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiles } from "../../src/core/views/list-files.ts";
import { openPage } from "../support/browser.ts";
import { listSite } from "./list-site.ts";
import { COUNT, manyEntries } from "./many-entries.ts";

const context = manyEntries();
let site: Awaited<ReturnType<typeof listSite>>;
beforeAll(async () => {
  site = await listSite(context);
}, 180_000);
afterAll(() => site?.close());

test("what is shown comes as a CSV file, in the order in which it is shown, and without formulas", async () => {
  const { page, close } = await openPage(`${site.address}incidents/?service=search&sort=severity`);
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

test("each list is there as a file without scripts, and with them the same file comes when nothing is chosen", async () => {
  const files = new Map([...listFiles(context)].map(({ path, text }) => [path, text]));
  for (const [list, first] of [
    ["incidents", /^Open,SEV4,/],
    ["postmortems", /^SEV4,Lessons of number 11,2023-01-12T22:00:00Z,Final,"Say it once, 11",https:/],
    ["runbooks", /^Restart number 0,Checkout,Verified,2026-03-20,https:/],
  ] as const) {
    const plain = await openPage(`${site.address}${list}/`, { javaScriptEnabled: false });
    const href = await plain.page.locator("[data-csv]").getAttribute("href");
    await plain.close();
    const text = files.get(href!)!;
    expect(text.split("\r\n")[1]).toMatch(first);
    const { page, close } = await openPage(`${site.address}${list}/`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-csv]").click()]);
    const downloaded = readFileSync(await download.path(), "utf8");
    expect(downloaded.replaceAll(new URL(site.address).origin, "https://tidemark.example.org")).toBe(text);
    await close();
  }
});
