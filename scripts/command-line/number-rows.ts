import { Argument, InvalidArgumentError, Option } from "commander";
import { DIMENSIONS, type Dimension } from "../../src/core/reliability/measures/measure.ts";
import { instantProblem, isCalendarDate } from "../../src/core/time.ts";
import type { CommandRow } from "./command-row.ts";

/** The commands that compute figures. */
export const NUMBER_ROWS: readonly CommandRow[] = [
  {
    words: "metrics",
    does: "every measure over a period, overall and by what you ask for",
    load: () => import("../metrics.ts"),
    options: [
      ...period(),
      new Option("--by <dimension>", `part by ${DIMENSIONS.join(", ")}; may be given more than once`)
        .argParser(asDimension)
        .default([]),
      new Option("--measure <id>", "only this measure, as time-to-restore or M2; may be given more than once")
        .argParser((word: string, before: readonly string[]) => [...before, word])
        .default([]),
      new Option("--format <format>", "how to print")
        .choices(["console", "json", "csv", "prometheus", "openmetrics", "md"])
        .default("console"),
    ],
  },
  {
    words: "explain",
    does: "everything behind one figure: formula, cases with file and line, what was left out and why",
    load: () => import("../explain.ts"),
    arguments: [new Argument("<figure>", "time-to-restore, M2, or time-to-restore/service=checkout")],
    options: period(),
  },
  {
    words: "audit",
    does: "which milestones moved after their incident closed, by git's history, and what that did to the figures",
    load: () => import("../audit.ts"),
    options: [
      ...period(),
      new Option("--format <format>", "how to print").choices(["console", "json"]).default("console"),
    ],
  },
  {
    words: "gate",
    does: "say whether a service may be released: exit code 0, or 7 when its error budget is spent",
    load: () => import("../gate.ts"),
    options: [new Option("--service <id>", "the service").makeOptionMandatory()],
  },
];

function period(): Option[] {
  return [
    new Option("--since <day>", "first day or instant (default: twelve months before the end)").argParser(
      asMoment,
    ),
    new Option("--until <day>", "first day or instant after (default: now)").argParser(asMoment),
  ];
}

function asMoment(text: string): string {
  if (isCalendarDate(text)) return text;
  const problem = instantProblem(text);
  if (problem)
    throw new InvalidArgumentError(
      "Expected a day such as 2026-03-14, or an instant such as 2026-03-14T17:52:00Z.",
    );
  return text;
}

function asDimension(text: string, before: readonly Dimension[]): readonly Dimension[] {
  const words = text.split(",").map((word) => DIMENSIONS.find((each) => each === word.trim()));
  if (words.some((word) => word === undefined))
    throw new InvalidArgumentError(`Expected some of ${DIMENSIONS.join(", ")}.`);
  return [...before, ...words.filter((word) => word !== undefined)];
}
