import type { Figure } from "../../reliability/measures/figure.ts";
import { type Epoch, instantOf } from "../../time.ts";
import { metricRows } from "./metric-rows.ts";
import type { MetricsReport } from "./metrics-report.ts";

/** Figures as JSON (public/schemas/metrics.schema.json): the same content and as-of give the same bytes. */
export function metricsJson(figures: readonly Figure[], asOf: Epoch): string {
  const period = figures[0]?.period;
  const report: MetricsReport = {
    schemaVersion: 1,
    asOf: instantOf(asOf),
    since: period === undefined ? null : instantOf(period.from),
    until: period === undefined ? null : instantOf(period.to),
    figures: figures.map((figure) => ({
      figure: figure.id,
      measure: figure.measure.id,
      code: figure.measure.code ?? null,
      name: figure.measure.name,
      formula: figure.measure.formula,
      slice: figure.slice ?? null,
      kind: figure.value.kind,
      why: figure.value.kind === "none" ? figure.value.why : null,
      numbers: metricRows(figure).map(({ statistic, value, unit, low, high }) => ({
        statistic,
        value,
        unit,
        low: low ?? null,
        high: high ?? null,
      })),
      cases: figure.inputs.map(({ id, value }) => ({ id, value })),
      leftOut: figure.leftOut.map(({ id, why }) => ({ id, why })),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
