import { oneLine } from "../logs/one-line.ts";
import type { SloDocument, SloProblem } from "./slo-document.ts";

/** The query of an indicator on Prometheus, where it has one; content holds no other system's. */
export function queryOf(
  document: SloDocument,
  at: readonly string[],
  threshold: { readonly op?: string; readonly value?: number },
): { query?: string; problems: SloProblem[] } {
  const metric = (...path: string[]) => {
    const type = document.text(...at, ...path, "metricSource", "type");
    const query =
      document.text(...at, ...path, "metricSource", "spec", "query") ??
      document.text(...at, ...path, "metricSource", "spec", "promql");
    return type !== undefined && /^prometheus$/i.test(type) && query !== undefined
      ? `(${oneLine(query)})`
      : undefined;
  };
  const total = metric("ratioMetric", "total");
  const good = metric("ratioMetric", "good");
  const bad = metric("ratioMetric", "bad");
  const raw = metric("thresholdMetric");
  const signs = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
  const sign = signs[threshold.op as keyof typeof signs];
  const query =
    good !== undefined && total !== undefined
      ? `${good} / ${total}`
      : bad !== undefined && total !== undefined
        ? `1 - ${bad} / ${total}`
        : raw !== undefined && sign !== undefined && threshold.value !== undefined
          ? `${raw} ${sign} bool ${threshold.value}`
          : undefined;
  if (query !== undefined && query.length <= 300) return { query, problems: [] };
  const message =
    query === undefined
      ? "No query for Prometheus is here, so the objective is judged by incidents until `source` and `query` are written"
      : "The query is longer than 300 characters, so the objective is judged by incidents; give it a recording rule";
  return { problems: [document.problem("no-query", message, false, ...at)] };
}
