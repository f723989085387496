import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { BASE_FILES, makeDocuments, writeContent } from "../../scripts/bench/make-content.ts";
import { buildSearchIndex } from "../../src/adapters/search/build-index.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { searchDocument } from "../../src/core/views/search-document.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { writeFakeFacts } from "../support/fake-facts.ts";
import { serveCompressed } from "../support/serve-compressed.ts";

afterAll(closeBrowser);

test("at 1,000 documents the first hits cost at most 150 KB, from pressing / on; a page's own scripts at most 30 KB", {
  timeout: 300_000,
}, async () => {
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-size-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const facts = writeFakeFacts(join(scratch, "facts"));
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, "/");
  await buildSearchIndex({ folder, documents: madeDocuments(scratch), language: "en" });
  const served = await serveCompressed(folder);
  for (const question of ["timeout", "replica latency", "Alert42"]) {
    const { page, complaints, close } = await openPage(served.address);
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const began = performance.now();
    await page.keyboard.press("/");
    await page.keyboard.type(question, { delay: 40 });
    await page.waitForFunction(
      (asked) => document.querySelector<HTMLElement>(".search-results")?.dataset.answers === asked,
      question,
    );
    const milliseconds = performance.now() - began;
    expect(await page.locator(".search-result").count(), question).toBeGreaterThan(0);
    console.log(
      `“${question}”: ${(bytes / 1000).toFixed(1)} KB, ${Math.round(milliseconds)} ms to the first hits`,
    );
    expect(bytes, question).toBeLessThanOrEqual(150_000);
    expect(complaints).toEqual([]);
    await close();
  }
  served.close();
  const scripts = readdirSync(join(folder, "_astro")).filter((name) => name.endsWith(".js"));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, "_astro", name))).length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`all scripts of the site, search included: ${(all / 1000).toFixed(1)} KB compressed`);
  expect(all).toBeLessThanOrEqual(30_000);
});

/** What the index of 1,000 made documents holds. */
function madeDocuments(scratch: string) {
  const content = join(scratch, "content");
  writeContent(content, makeDocuments(1000), BASE_FILES);
  const { knowledgeBase } = readContent(content, join(scratch, "read"));
  const now = epochOf("2027-01-01T00:00:00Z");
  const reader = readerOf(knowledgeBase!.site, "internal")!;
  return [...pagesOf(viewContext(project(knowledgeBase!, reader, now), now))].flatMap((page) => {
    const document = searchDocument(page);
    if (!document) return [];
    const { path, ...rest } = document;
    return [{ ...rest, url: path, meta: {} }];
  });
}
