import { Argument, Option } from "commander";
import type { HistoryFlags } from "../import/history-flags.ts";
import type { CommandRow } from "./command-row.ts";
import { nameMap } from "./name-map.ts";
import { asZone } from "./option-values.ts";

/** `tidemark import …`: one row for each foreign format. */
export const IMPORT_ROWS: readonly CommandRow[] = [
  {
    words: "markdown",
    does: "a folder of Markdown files",
    load: () => import("../import.ts"),
    arguments: [new Argument("<source>", "the folder or file to read")],
    options: [
      new Option("--out <dir>", "the content folder to write into").makeOptionMandatory(),
      new Option("--kind <kind>", "what the files are")
        .choices(["postmortem", "runbook"])
        .default("postmortem"),
      new Option("--zone <zone>", "the zone of times that name none, e.g. Europe/Berlin").argParser(asZone),
      new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
      new Option("--dry-run", "report, but write nothing"),
    ],
    fixed: { from: "markdown", dryRun: false },
    needsContent: false,
  },
  history("cstate", "a cState site: its issues, systems and planned work"),
  history("statuspage", "the JSON of a Statuspage, v2 or v1: a file or a folder of them"),
  history("upptime", "an Upptime repository, with its issues as issues.json beside it"),
  {
    words: "openslo",
    does: "objectives of services from OpenSLO files",
    load: () => import("../import-openslo.ts"),
    arguments: [new Argument("<files...>", "the YAML files to read")],
    options: [
      nameMap("the service that a foreign name means, as shop=storefront; may be given more than once"),
      new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
      new Option("--dry-run", "report, but write nothing"),
    ],
    fixed: { dryRun: false },
  },
];

/** A format of status pages: what was told there becomes incidents, planned work and services. */
function history(from: HistoryFlags["from"], does: string): CommandRow {
  return {
    words: from,
    does,
    load: () => import("../import-history.ts"),
    arguments: [new Argument("<source>", "the folder or file to read")],
    options: [
      new Option("--out <dir>", "the content folder to write into").makeOptionMandatory(),
      ...(from === "cstate"
        ? [new Option("--zone <zone>", "the zone of dates that name none (default: UTC)").argParser(asZone)]
        : []),
      new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
      new Option("--dry-run", "report, but write nothing"),
    ],
    fixed: { from, dryRun: false },
    needsContent: false,
  };
}
