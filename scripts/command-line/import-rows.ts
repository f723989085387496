import { Argument, Option } from "commander";
import type { CommandRow } from "./command-row.ts";
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
];
