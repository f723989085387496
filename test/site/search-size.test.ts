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

const everything = process.env.TIDEMARK_TESTS === "all";
const count = everything ? 1000 : 120;
/** What is asked, and the pause after each key in milliseconds: a fast writer, and one who looks for the keys. */
const questions = [
  ["timeout", 60],
  ["replica latency", 60],
  ["replica latency", 190],
  ["threshold of the standby cluster", 60],
  ["Alert42", 60],
] as const;

test(`at ${count} documents the first hits cost at most 150 KB, from pressing / on; all scripts at most 30 KB`, {
  timeout: 300_000,
}, async () => {
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-size-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const facts = writeFakeFacts(join(scratch, "facts"));
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, "/");
  await buildSearchIndex({ folder, documents: madeDocuments(scratch), language: "en" });
  const served = await serveCompressed(folder);
  for (const [question, delay] of everything ? questions : questions.slice(1, 2)) {
    const { page, complaints, close } = await openPage(served.address);
    await page.evaluate(watchResults);
    await page.keyboard.press("/");
    await page.keyboard.type(question, { delay });
    await page.waitForFunction(
      (asked) => document.querySelector<HTMLElement>(".search-results")?.dataset.answers === asked,
      question,
    );
    const hits = await page.evaluate(transferred);
    console.log(
      `“${question}”, a key each ${delay} ms: ${kilobytes(hits.first)} to the first hits after ${hits.after} ms, ${kilobytes(hits.all)} to all ten of the whole question`,
    );
    expect(hits.first, question).toBeLessThanOrEqual(150_000);
    expect(complaints).toEqual([]);
    await close();
  }
  served.close();
  const scripts = readdirSync(join(folder, "_astro")).filter((name) => name.endsWith(".js"));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, "_astro", name))).length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`all scripts of the site, search's own included: ${kilobytes(all)} compressed`);
  expect(all).toBeLessThanOrEqual(30_000);
});

declare global {
  interface Window {
    pressed: number;
    firstHits?: number;
  }
}

/** In the page: notes when the first result stands there, by the page's own clock. */
function watchResults(): void {
  window.pressed = performance.now();
  const watch = new MutationObserver(() => {
    if (!document.querySelector(".search-result")) return;
    window.firstHits = performance.now();
    watch.disconnect();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

/** In the page: bytes that came over the network since the search was opened, heads included. */
function transferred(): { first: number; all: number; after: number } {
  const { pressed, firstHits = Number.POSITIVE_INFINITY } = window;
  const files = performance
    .getEntriesByType("resource")
    .filter(({ startTime }) => startTime >= pressed) as PerformanceResourceTiming[];
  const sum = (of: readonly PerformanceResourceTiming[]) =>
    of.reduce((bytes, { transferSize }) => bytes + transferSize, 0);
  return {
    first: sum(files.filter(({ responseEnd }) => responseEnd <= firstHits)),
    all: sum(files),
    after: Math.round(firstHits - pressed),
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** What the index of the made documents holds. */
function madeDocuments(scratch: string) {
  const content = join(scratch, "content");
  writeContent(content, makeDocuments(count), BASE_FILES);
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
