import { Argument, Option } from "commander";
import { RHYTHMS } from "../../src/core/views/reviews/agenda.ts";
import type { CommandRow } from "./command-row.ts";
import { asDate } from "./option-values.ts";

/** `tidemark review …`. */
export const REVIEW_ROWS: readonly CommandRow[] = [
  {
    words: "decide",
    does: "record a decision in the review of a day",
    load: () => import("../review.ts"),
    arguments: [new Argument("<text>", "what was decided, one sentence")],
    options: [
      new Option("--period <period>", "which review").choices([...RHYTHMS]).default("week"),
      new Option("--owner <id>", "who does it, a person or team of teams.yaml"),
      new Option("--on <date>", "the day of the review, e.g. 2026-03-14 (default: today)").argParser(asDate),
    ],
  },
];
