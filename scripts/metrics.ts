// `tidemark metrics`: load → compute → report → exit.
import { type Figure, figures } from "../src/core/reliability/measures/figure.ts";
import { MEASURES } from "../src/core/reliability/measures/index.ts";
import type { Dimension } from "../src/core/reliability/measures/measure.ts";
import { metricsConsole } from "../src/core/reports/metrics/metrics-console.ts";
import { metricsCsv } from "../src/core/reports/metrics/metrics-csv.ts";
import { metricsJson } from "../src/core/reports/metrics/metrics-json.ts";
import { metricsMarkdown } from "../src/core/reports/metrics/metrics-markdown.ts";
import { metricsOpenmetrics, metricsPrometheus } from "../src/core/reports/metrics/metrics-prometheus.ts";
import type { Epoch } from "../src/core/time.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { EMPTY_PERIOD, type PeriodFlags, periodOf } from "./figure-period.ts";
import { keptFromPages } from "./kept-from-pages.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What `metrics` was asked. */
export interface MetricsFlags extends PeriodFlags {
  readonly by: readonly Dimension[];
  /** Ids of measures; all where none is named. */
  readonly measure: readonly string[];
  readonly format: "console" | "json" | "csv" | "prometheus" | "openmetrics" | "md";
}

/** Every measure over a period, overall and parted as asked. */
export async function run(context: CommandContext<MetricsFlags>): Promise<ExitCode> {
  const { flags } = context;
  const measures = MEASURES.filter(
    ({ id, code }) =>
      flags.measure.length === 0 || flags.measure.includes(id) || flags.measure.includes(code ?? ""),
  );
  const unknown = flags.measure.filter(
    (word) => !MEASURES.some(({ id, code }) => id === word || code === word),
  );
  if (unknown.length > 0) {
    const known = MEASURES.map(({ id }) => id).join(", ");
    context.writeError(`There is no measure ${unknown.join(", ")}. There are ${known}.\n`);
    return 2;
  }
  const knowledge = readKnowledge(context);
  if (knowledge === undefined) return 1;
  const { knowledgeBase, now } = knowledge;
  const period = periodOf(flags, knowledgeBase, now);
  if (period.from >= period.to) {
    context.writeError(EMPTY_PERIOD);
    return 2;
  }
  context.write(written(figures(knowledgeBase, period, now, flags.by, measures), flags.format, now));
  if (flags.format === "console") context.write(keptFromPages(knowledgeBase, now));
  return 0;
}

function written(list: readonly Figure[], format: MetricsFlags["format"], now: Epoch): string {
  switch (format) {
    case "json":
      return metricsJson(list, now);
    case "csv":
      return metricsCsv(list);
    case "prometheus":
      return metricsPrometheus(list);
    case "openmetrics":
      return metricsOpenmetrics(list, now);
    case "md":
      return metricsMarkdown(list, now);
    case "console":
      return metricsConsole(list, now);
  }
}
