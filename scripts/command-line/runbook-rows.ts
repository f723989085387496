import { Argument, Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { asDate } from "./option-values.ts";

/** `tidemark runbook …`. */
export const RUNBOOK_ROWS: readonly CommandRow[] = [
  {
    words: "verify",
    does: "record that somebody followed a runbook as it stands",
    load: () => import("../runbook.ts"),
    arguments: [new Argument("[ids...]", "the runbooks that were followed").default([])],
    options: [
      new Option("--by <handle>", "who followed it, a person of teams.yaml"),
      new Option("--how <how>", "how it was followed").choices(["read", "dry-run", "game-day", "incident"]),
      new Option("--on <date>", "the day, e.g. 2026-03-14 (default: today)").argParser(asDate),
      new Option(
        "--adopt",
        "give verifications without a digest that of the text as it stands; all runbooks by default",
      ),
    ],
    fixed: { adopt: false },
  },
];
