import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveFolder } from "../../scripts/serve-folder.ts";
import { incidentListView } from "../../src/core/views/incident-list-view.ts";
import type { Page } from "../../src/core/views/page.ts";
import { postmortemListView } from "../../src/core/views/postmortem-list-view.ts";
import { runbookListView } from "../../src/core/views/runbook-list-view.ts";
import type { ViewContext } from "../../src/core/views/view-context.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { closeBrowser } from "../support/browser.ts";
import { drawSite } from "../support/draw-site.ts";
import { fakeSite } from "../support/fake-facts.ts";

/** What an address shows of a list. */
export const SHOWN = ".row[data-facts]:not([hidden])";

/** The lists of a context, drawn and served; `close` ends the browser too. */
export async function listSite(context: ViewContext) {
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-lists-"));
  const pages: Page[] = [
    { path: "/incidents/", template: "incident-list", title: "Incidents", view: incidentListView(context) },
    {
      path: "/postmortems/",
      template: "postmortem-list",
      title: "Postmortems",
      view: postmortemListView(context),
    },
    { path: "/runbooks/", template: "runbook-list", title: "Runbooks", view: runbookListView(context) },
  ];
  const facts = writeFacts(join(scratch, "facts"), fakeSite("/"), pages);
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, "/");
  const served = await serveFolder({ folder, base: "/", port: 0 });
  return {
    folder,
    address: served.address,
    close: async () => {
      await closeBrowser();
      await served.close();
      rmSync(scratch, { recursive: true });
    },
  };
}
