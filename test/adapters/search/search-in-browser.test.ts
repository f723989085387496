import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { buildSearchIndex } from "../../../src/adapters/search/build-index.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";

afterAll(closeBrowser);

/** Runs in the page as it stands: the test runner would rewrite the import of a function. */
const SEARCH = `(async () => {
  const pagefind = await import("/kb/pagefind/pagefind.js");
  const filters = await pagefind.filters();
  const byWord = await pagefind.search("exhausting");
  const byFilter = await pagefind.search("queue", { filters: { service: "payments", severity: "SEV1" } });
  const data = await Promise.all([...byWord.results, ...byFilter.results].map((result) => result.data()));
  return { filters, pages: data.map(({ url, meta }) => [url, meta.title, meta.kind, meta.date].join(" ")) };
})()`;

interface Found {
  readonly filters: unknown;
  readonly pages: string[];
}

test("the settled index finds pages by word and by filter in a browser, under a base path", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const site = join(folder, "kb");
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), `<!doctype html><html lang="en"><title>t</title><p>search</p>`);
  const documents = Array.from({ length: 30 }, (_, n) => ({
    url: `/incidents/x-${n}/`,
    title: `Incident ${n}`,
    kind: n % 2 === 0 ? "incident" : "runbook",
    html: n === 7 ? "<p>The canary pool was exhausted.</p>" : "<p>The queue was full.</p>",
    filters: {
      service: n % 3 === 0 ? ["payments", "checkout"] : ["checkout"],
      severity: [`SEV${(n % 4) + 1}`],
    },
    meta: { date: "2026-03-14" },
  }));
  await buildSearchIndex({ documents, folder: site, language: "en" });
  const { page, complaints } = await openPage(`${await serve(folder)}/kb/`);
  const found: Found = await page.evaluate(SEARCH);
  expect(found.filters).toEqual({
    kind: { incident: 15, runbook: 15 },
    service: { checkout: 30, payments: 10 },
    severity: { SEV1: 8, SEV2: 8, SEV3: 7, SEV4: 7 },
  });
  expect(found.pages.sort()).toEqual([
    "/kb/incidents/x-0/ Incident 0 incident 2026-03-14",
    "/kb/incidents/x-12/ Incident 12 incident 2026-03-14",
    "/kb/incidents/x-24/ Incident 24 incident 2026-03-14",
    "/kb/incidents/x-7/ Incident 7 runbook 2026-03-14",
  ]);
  expect(complaints).toEqual([]);
});

/** Serves the files of a folder on a free port. */
function serve(folder: string): Promise<string> {
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/\?.*$/, "").replace(/\/$/, "/index.html");
    try {
      const bytes = readFileSync(join(folder, path));
      response
        .writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" })
        .end(bytes);
    } catch {
      response.writeHead(path.endsWith("favicon.ico") ? 204 : 404).end();
    }
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((ready) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      ready(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    }),
  );
}
