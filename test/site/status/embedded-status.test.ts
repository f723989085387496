import { cpSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../scripts/serve-folder.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";
import { writtenStatus } from "./written-status.ts";

const require = createRequire(import.meta.url);
const { folder, read, remove } = writtenStatus();
let served: ServedFolder;

beforeAll(async () => {
  cpSync(require.resolve("@statuspage/status-widget/dist/index.js"), join(folder, "atlassian.js"));
  served = await serveFolder({ folder, base: "/", port: 0 });
  writeFileSync(
    join(folder, "embedding.html"),
    `<!doctype html><meta charset="utf-8"><title>A shop</title><link rel="icon" href="data:,"><script src="/atlassian.js"></script><statuspage-widget src="${served.address.slice(0, -1)}"></statuspage-widget><p>Footer <script src="/status/widget.js"></script></p><iframe src="/status/embed/" title="Status"></iframe>`,
  );
});
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  remove();
});

describe("what stands in pages of others, in a browser", () => {
  test("Atlassian's widget, our script and our frame show the state and complain of nothing", async () => {
    const { page, complaints, close } = await openPage(`${served.address}embedding.html`);
    const theirs = page.locator("statuspage-widget");
    await theirs
      .getByText(/Partial System Outage|Partial/i)
      .first()
      .waitFor();
    const ours = page.locator("p > span").getByRole("link");
    await expect.poll(() => ours.textContent()).toBe("▣Partial system outage");
    expect(await ours.getAttribute("href")).toBe(`${served.address}status/`);
    expect(await page.frameLocator("iframe").getByRole("link").textContent()).toBe("▣ Partial system outage");
    // Their bundle asks for a name of its own maker that it never declares, wherever it runs.
    expect(complaints.filter((words) => !words.includes("parcelRequire"))).toEqual([]);
    await close();
  });

  test("script and frame are smaller than 3 KB each", () => {
    expect(read("status/widget.js").length).toBeLessThan(3000);
    expect(read("status/embed/index.html").length).toBeLessThan(3000);
  });
});
