import { Argument, Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { nameMap } from "./name-map.ts";
import { asZone } from "./option-values.ts";

/** `tidemark changes …`. */
export const CHANGES_ROWS: readonly CommandRow[] = [
  {
    words: "import",
    does: "bring GitHub deployments and releases (JSON) or any table or list of changes (CSV, JSON) into the logs",
    load: () => import("../changes.ts"),
    arguments: [new Argument("<files...>", "the files to read")],
    options: [
      several("--service <id>", "the service of what names none; may be given more than once"),
      several(
        "--environment <name>",
        "count deployments to it (default: production); may be given more than once",
      ),
      ...sharedOptions(),
    ],
    fixed: { dryRun: false },
  },
];

/** `tidemark oncall …`. */
export const ONCALL_ROWS: readonly CommandRow[] = [
  {
    words: "import",
    does: "bring pages and shifts (CSV, PagerDuty log entries, Alertmanager notifications) into the logs",
    load: () => import("../on-call.ts"),
    arguments: [new Argument("<files...>", "the files to read")],
    options: [
      new Option("--team <id>", "the team of what names none"),
      nameMap("the handle, team or service that a foreign name means; may be given more than once"),
      ...sharedOptions(),
    ],
    fixed: { dryRun: false },
  },
];

function sharedOptions(): Option[] {
  return [
    new Option("--zone <zone>", "the zone of times that name none, e.g. Europe/Berlin").argParser(asZone),
    new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
    new Option("--dry-run", "report, but write nothing"),
  ];
}

function several(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((word: string, before: readonly string[]) => [...before, word])
    .default([]);
}
