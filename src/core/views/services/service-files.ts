import { milestoneTime } from "../../reliability/milestone-time.ts";
import { timeToRestore } from "../../reliability/time-to-restore.ts";
import { csvText } from "../../tables/csv-text.ts";
import { instantOf } from "../../time.ts";
import { serviceCsv } from "../figures/figure-addresses.ts";
import { newestFirst } from "../incident-row.ts";
import type { SiteFile } from "../site-file.ts";
import type { ViewContext } from "../view-context.ts";

/** The incidents of each service as CSV. */
export function* serviceFiles({ projection }: ViewContext): Generator<SiteFile> {
  for (const { id } of projection.services) {
    const rows = newestFirst(projection.look.incidentsOf.get(id) ?? []).map((incident) => {
      const { data } = incident;
      const at = (name: "started" | "detected" | "resolved") => {
        const epoch = milestoneTime(data, name);
        return epoch === undefined ? "" : instantOf(epoch);
      };
      const restored = timeToRestore(data);
      return [
        incident.id,
        data.title,
        data.severity.final ?? data.severity.peak,
        data.nearMiss ? "yes" : "no",
        at("started"),
        at("detected"),
        at("resolved"),
        restored === undefined ? "" : restored / 1000,
      ];
    });
    const head = [
      "incident",
      "title",
      "severity",
      "near miss",
      "started",
      "detected",
      "resolved",
      "seconds to restore",
    ];
    yield {
      path: serviceCsv(id),
      text: csvText([head, ...rows]),
    };
  }
}
