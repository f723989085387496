import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFiles } from "../../../src/adapters/publish/write-files.ts";
import { gatherStatus } from "../../../src/core/views/status/gather-status.ts";
import { listingFiles, statusSite } from "../../../src/site/status/status-site.ts";
import {
  component,
  openIncident,
  pastIncident,
  plannedWork,
  statusContext,
} from "../../support/status-example.ts";

/** The status of a shop in a folder of its own, with what is open, over and planned, one of it in hostile words. */
export function writtenStatus() {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-clients-"));
  const context = statusContext([
    component("search", { group: "Shop", position: 1 }),
    component("pay", { group: "Shop", position: 2 }, { aliases: ["paying"] }),
    openIncident("search", "partial_outage", 3),
    pastIncident("pay", "2026-05-02"),
    pastIncident("search", "2026-04-02", "major_outage"),
    plannedWork("index-work", "pay", "2026-05-20T09:30:00Z", "2026-05-20T11:00:00Z"),
    plannedWork("move", "search", "2026-06-01T02:00:00Z", "2026-06-01T03:00:00Z", {
      publicTitle: `Half & <b>half</b> ]]> "quoted" end`,
    }),
    plannedWork("weekly", "checkout", "", "", {
      schedule: {
        starts: "2026-03-10T02:00",
        zone: "Europe/Berlin",
        rule: "FREQ=WEEKLY;BYDAY=TU",
        length: "1h",
      },
    }),
  ]);
  const files = [...statusSite(context), ...listingFiles(gatherStatus(context), ["/", "/status/"])];
  writeFiles(folder, files);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return {
    folder,
    read,
    api: (name: string) => JSON.parse(read(`api/v2/${name}.json`)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
