import { Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { asDuration } from "./option-values.ts";

/** `tidemark notify`. */
export const NOTIFY_ROWS: readonly CommandRow[] = [
  {
    words: "notify",
    does: "tell the targets of site.yaml what happened or is due, by webhooks; changes nothing",
    load: () => import("../notify.ts"),
    options: [
      new Option(
        "--base <revision>",
        "tell of what changed since a commit: incidents opened, told of, resolved",
      ),
      new Option(
        "--due",
        "tell of what is due: postmortems and legal duties within the next day, items overdue since the last",
      ),
      new Option("--every <duration>", "the time between two runs that tell of what is due, e.g. 24h")
        .argParser(asDuration)
        .default("24h"),
      new Option("--event <event>", "tell of one incident, whatever changed").choices([
        "opened",
        "updated",
        "resolved",
      ]),
      new Option("--incident <id>", "which incident that is"),
      new Option("--dry-run", "print the messages, but send nothing"),
    ],
    fixed: { due: false, dryRun: false },
  },
];
