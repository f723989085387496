import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { actionListView } from "../../src/core/views/action-board-view.ts";
import { incidentView } from "../../src/core/views/incident-view.ts";
import type { Page } from "../../src/core/views/page.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { buildIncident, itemFields } from "../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../support/builders/build-knowledge-base.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-board-"));
let served: ServedFolder;

beforeAll(async () => {
  const pages = boardPages();
  const facts = writeFacts(join(scratch, "facts"), fakeSite("/"), pages);
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, "/");
  served = await serveFolder({ folder, base: "/", port: 0 });
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(scratch, { recursive: true });
});

/** Three items: one of ada's is late and was moved, one of hers is done, one of grace's has time. */
function boardPages(): Page[] {
  const opened = "2026-08-01";
  const slips = [{ to: "2026-11-30", on: "2026-09-01", reason: "The machines come later" }];
  const incident = buildIncident({
    actionItems: [
      itemFields({
        id: "ai-1",
        title: "A floor under the pool",
        owner: "ada",
        opened,
        due: "2026-09-10",
        slips,
      }),
      itemFields({ id: "ai-2", title: "An alert", owner: "ada", opened, status: "done", done: "2026-08-20" }),
      itemFields({ id: "ai-3", title: "A second pair of eyes", owner: "grace", opened, due: "2026-12-01" }),
    ],
  });
  const knowledgeBase = buildKnowledgeBase([incident]);
  const now = epochOf("2026-10-01T12:00:00Z");
  const projection = project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, now);
  const context = viewContext(projection, now);
  const shown = projection.incidents[0]!;
  return [
    { path: "/actions/", template: "action-list", title: "Action items", view: actionListView(context) },
    {
      path: `/incidents/${shown.id}/`,
      template: "incident",
      title: shown.data.title,
      view: incidentView(context, shown),
    },
  ];
}

test("by keyboard alone: narrow the board to one's own, and open what is late", async () => {
  const { page, complaints, close } = await openPage(`${served.address}actions/`);
  const heads = page.locator(".row-group:visible");
  expect(await heads.allTextContents()).toEqual(["Overdue1", "Later1", "Finished before1"]);
  await page.locator("[data-facet=owner] summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  expect(new URL(page.url()).search).toBe("?owner=ada");
  expect(await heads.allTextContents()).toEqual(["Overdue1", "Finished before1"]);
  await page.locator("#ai-1 .board-more > summary").focus();
  await page.keyboard.press("Enter");
  expect(await page.locator("#ai-1 .board-facts").innerText()).toContain("The machines come later");
  expect(complaints).toEqual([]);
  await close();
});

test("an item on its incident leads to its line on the board, which opens, and back to where it was agreed", async () => {
  const { page, close } = await openPage(served.address + (boardPages()[1]?.path.slice(1) ?? ""));
  const incident = page.url();
  await page.locator("#ai-1 .row-title").click();
  await page.waitForURL(`${served.address}actions/#ai-1`);
  expect(await page.locator(".board-more[open]").count()).toBe(1);
  await page.locator("#ai-1 > .row-title").click();
  await page.waitForURL(`${incident}#ai-1`);
  expect(await page.locator("#ai-1").isVisible()).toBe(true);
  await close();
});

test("without scripts the board is there, and each line opens", async () => {
  const { page, close } = await openPage(`${served.address}actions/`, { javaScriptEnabled: false });
  await page.locator("#ai-1 .board-more > summary").click();
  expect(await page.locator("#ai-1 .board-facts").isVisible()).toBe(true);
  await close();
});

test("on a desk the cells of each line stand below the heads of their columns", async () => {
  const { page, close } = await openPage(`${served.address}actions/`, {
    viewport: { width: 1280, height: 900 },
  });
  const left = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().left)));
  const [kind] = await left(".board-heads .board-kind");
  expect(kind).toBeGreaterThan(0);
  expect(new Set(await left(".board .board-row .board-kind"))).toEqual(new Set([kind]));
  const [title] = await left(".board-heads .board-row > :nth-child(2)");
  expect(new Set(await left(".board .board-row > .row-title"))).toEqual(new Set([title]));
  await close();
});
