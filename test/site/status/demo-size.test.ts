import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { asKnownAt } from "../../../src/core/audience/as-known-at.ts";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { epochOf } from "../../../src/core/time.ts";
import { statusPages } from "../../../src/core/views/status/status-pages.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { readContent } from "../../../src/loader/read-content.ts";
import { renderStatusPage } from "../../../src/site/status/render-status-page.ts";

test("the demo's status page is 6 KB at most, by brotli in every language and by gzip in its main one", () => {
  const cache = mkdtempSync(join(tmpdir(), "tidemark-demo-"));
  const { knowledgeBase } = readContent(resolve(import.meta.dirname, "../../../content"), cache);
  const now = epochOf(knowledgeBase!.site.asOf!);
  const reader = readerOf(knowledgeBase!.site, "public")!;
  const pages = statusPages(viewContext(project(asKnownAt(knowledgeBase!, now), reader, now), now));
  const sizes = [...pages]
    .filter(({ template }) => template === "status")
    .map(({ view }) => Buffer.from(renderStatusPage(view as never)))
    .map((html) => ({ brotli: brotliCompressSync(html).length, gzip: gzipSync(html).length }));
  expect(sizes).toHaveLength(3);
  for (const { brotli } of sizes) expect(brotli).toBeLessThanOrEqual(6_000);
  expect(sizes[0]!.gzip).toBeLessThanOrEqual(6_000);
  // Arabic letters are two bytes each.
  for (const { gzip } of sizes) expect(gzip).toBeLessThanOrEqual(6_500);
  rmSync(cache, { recursive: true });
});
