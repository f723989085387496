import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../scripts/serve-folder.ts";
import { writeFiles } from "../../../src/adapters/publish/write-files.ts";
import { statusSite } from "../../../src/site/status/status-site.ts";
import { closeBrowser } from "../../support/browser.ts";
import { statusContext } from "../../support/status-example.ts";
import { visitPages } from "../../support/visit-page.ts";
import { SITE, STATES } from "./status-states.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-barriers-"));
const everything = process.env.TIDEMARK_TESTS === "all";
const PAGES = ["status/", "status/de/", "status/ar/", "status/history/", "status/ar/history/"];
let served: ServedFolder;

beforeAll(async () => {
  for (const [name, entries] of Object.entries(STATES))
    writeFiles(join(scratch, name), statusSite(statusContext(entries, { site: SITE })));
  served = await serveFolder({ folder: scratch, base: "/", port: 0 });
});
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(scratch, { recursive: true });
});

test("no state of the status page, in no language, has a barrier that axe knows of", async () => {
  const paths = Object.keys(STATES).flatMap((state, index) =>
    // Each state in one language, all pages in the state that shows most.
    PAGES.filter((_, page) => everything || state === "outage" || page === index % 3).map(
      (page) => `${state}/${page}`,
    ),
  );
  const visits = await visitPages(served.address, paths, { everything });
  expect(visits.map(({ path }) => path)).toEqual(paths);
  const found = visits.flatMap(({ path, barriers, complaints, foreign, sideways }) =>
    [...barriers, ...complaints, ...foreign, ...(sideways > 0 ? [`${sideways} px too wide`] : [])].map(
      (what) => `${path} ${what}`,
    ),
  );
  expect(found).toEqual([]);
}, 300_000);
