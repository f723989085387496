import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { findBrowser } from "../../src/adapters/browser/find-browser.ts";
import { launchBrowser } from "../../src/adapters/browser/launch-browser.ts";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import type { StatusFacts } from "../../src/core/views/status/status-facts.ts";
import { statusPages } from "../../src/core/views/status/status-pages.ts";
import { type ViewContext, viewContext } from "../../src/core/views/view-context.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { renderStatusPage } from "../../src/site/status/render-status-page.ts";

/** Slow 3G as it is measured by: two seconds to the first byte, 400 kbit a second. */
const SLOW = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Prints what it takes to see the state: bytes, requests, and how long a browser on slow 3G waits for it. */
export async function benchStatusPage(projectDir: string, print: (text: string) => void): Promise<void> {
  const context = demo(join(projectDir, "content"));
  const facts = gatherStatus(context);
  const pages = [
    ["demo", pageOf(context, facts)],
    ["40 components, 3 open", pageOf(context, grown(facts))],
  ] as const;
  print(
    `\nstatus page${"".padEnd(15)}${"bytes".padStart(8)}${"gzip".padStart(8)}${"brotli".padStart(8)}  requests, first paint and states visible on slow 3G`,
  );
  for (const [name, html] of pages) {
    const seen = await seenIn(html);
    print(
      `${name.padEnd(26)}${String(Buffer.byteLength(html)).padStart(8)}${String(gzipSync(html).length).padStart(8)}${String(brotliCompressSync(html).length).padStart(8)}  ${seen}`,
    );
  }
}

function demo(content: string): ViewContext {
  const { knowledgeBase } = readContent(content, cacheFolderOf(content));
  if (!knowledgeBase) throw new Error("Unexpected demo with errors, expected one that the check passes");
  const now = epochOf(knowledgeBase.site.asOf ?? "2026-10-01T09:00:00Z");
  const reader = readerOf(knowledgeBase.site, "public")!;
  return viewContext(project(asKnownAt(knowledgeBase, now), reader, now), now);
}

function pageOf(context: ViewContext, facts: StatusFacts): string {
  for (const { view } of statusPages(context, facts)) return renderStatusPage(view as never);
  throw new Error("Unexpected site without a status page");
}

/** The demo's components over and over until there are forty, and its newest incidents as three open ones. */
function grown(facts: StatusFacts): StatusFacts {
  const all = facts.groups.flatMap(({ components }) => components);
  const components = Array.from({ length: 40 }, (_, index) => {
    const one = all[index % all.length]!;
    return {
      ...one,
      onlyShowIfDegraded: false,
      name: `${one.name} ${index + 1}`,
      group: `Group ${index >> 3}`,
    };
  });
  const groups = [0, 1, 2, 3, 4].map((index) => ({
    name: `Group ${index}`,
    components: components.slice(index * 8, index * 8 + 8),
  }));
  return { ...facts, groups, open: [...facts.open, ...facts.past].slice(0, 3) };
}

async function seenIn(html: string): Promise<string> {
  const executable = findBrowser({ platform: process.platform, variables: process.env });
  if (!executable) return "no browser";
  let requests = 0;
  const body = brotliCompressSync(html);
  const server = createServer((request, response) => {
    // The worker that keeps the page on the device is fetched beside it; nothing that is seen waits for it.
    const beside = request.url === "/favicon.ico" || request.headers["service-worker"] === "script";
    if (!beside) requests += 1;
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "br" })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.locator("summary .s").first().waitFor();
    const times = await page.evaluate(
      () =>
        new Promise<{ paint: number; visible: number }>((resolve) =>
          requestAnimationFrame(() => {
            const [paint] = performance.getEntriesByName("first-contentful-paint");
            resolve({ paint: paint?.startTime ?? Number.NaN, visible: performance.now() });
          }),
        ),
    );
    return `${requests}, ${(times.paint / 1000).toFixed(2)} s, ${(times.visible / 1000).toFixed(2)} s`;
  } finally {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }
}
