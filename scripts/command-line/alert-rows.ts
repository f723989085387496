import { Argument, Option } from "commander";
import { ALERT_SOURCES } from "../../src/core/alerts/signal.ts";
import type { CommandRow } from "./command-row.ts";

/** What turns alerts into incidents. */
export const ALERT_ROWS: readonly CommandRow[] = [
  {
    words: "ingest",
    does: "take a notification of a monitoring system in: open an incident, or note it in the open one",
    load: () => import("../alert.ts"),
    arguments: [new Argument("<file>", "the payload of the webhook, JSON")],
    options: [
      sourceOption(),
      new Option("--dry-run", "say what would be written, but write nothing").default(false),
    ],
  },
];

/** Whose notification it is; kept under a name of its own, for `source` is a path elsewhere. */
function sourceOption(): Option {
  const option = new Option("--source <name>", "whose it is (default: seen from its keys)").choices([
    ...ALERT_SOURCES,
  ]);
  option.attributeName = () => "from";
  return option;
}
