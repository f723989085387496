import type { Figure } from "../../reliability/measures/figure.ts";
import type { FigureValue, MeasureInfo } from "../../reliability/measures/measure.ts";

/** One number of a figure: what every format prints, each in its own way. */
export interface MetricRow {
  /** What the number is: `median`, `n`, `share`; a part by its name. */
  readonly statistic: string;
  readonly value: number;
  readonly unit: "seconds" | "count" | "ratio" | string;
  readonly low?: number;
  readonly high?: number;
}

/** A figure's numbers in a fixed order; lengths in seconds; none where there is no data. */
export function metricRows({ value, measure }: Figure): MetricRow[] {
  return rowsOf(value, measure);
}

function rowsOf(value: FigureValue, { unit }: MeasureInfo): MetricRow[] {
  switch (value.kind) {
    case "none":
      return [];
    case "distribution": {
      const { distribution: known, withinTarget, unfinished } = value;
      const seconds = (
        statistic: string,
        milliseconds: number,
        bounds?: readonly [number, number],
      ): MetricRow => ({
        statistic,
        value: milliseconds / 1000,
        unit: "seconds",
        ...(bounds === undefined ? {} : { low: bounds[0] / 1000, high: bounds[1] / 1000 }),
      });
      return [
        { statistic: "n", value: known.n, unit: "count" },
        seconds("median", known.median),
        seconds("lower quartile", known.lowerQuartile),
        seconds("upper quartile", known.upperQuartile),
        seconds("p90", known.p90),
        seconds("least", known.least),
        seconds("most", known.most),
        seconds("geometric mean", known.geometricMean),
        seconds("mean", known.mean, known.meanInterval),
        ...(withinTarget === undefined
          ? []
          : [
              { statistic: "within target", value: withinTarget.within, unit: "count" },
              { statistic: "with a target", value: withinTarget.of, unit: "count" },
            ]),
        ...(unfinished === undefined
          ? []
          : [{ statistic: "unfinished", value: unfinished.count, unit: "count" }]),
        ...(unfinished?.median === undefined ? [] : [seconds("median with unfinished", unfinished.median)]),
      ];
    }
    case "share":
      return [
        {
          statistic: "share",
          value: value.part / value.whole,
          unit: "ratio",
          low: value.interval[0],
          high: value.interval[1],
        },
        { statistic: "part", value: value.part, unit: "count" },
        { statistic: "whole", value: value.whole, unit: "count" },
      ];
    case "count":
      return [
        {
          statistic: "count",
          value: value.count,
          unit: "count",
          low: value.interval[0],
          high: value.interval[1],
        },
        ...(value.days > 0
          ? [{ statistic: "per week", value: (value.count * 7) / value.days, unit: "count" }]
          : []),
        ...(value.parts ?? []).map(({ name, value: count }) => ({
          statistic: name,
          value: count,
          unit: "count",
        })),
      ];
    case "total":
      return [
        { statistic: "total", value: value.milliseconds / 1000, unit: "seconds" },
        ...(value.parts ?? []).map(({ name, value: part }) => ({
          statistic: name,
          value: part / 1000,
          unit: "seconds",
        })),
      ];
    case "money":
      return value.sums.map(({ currency, low, high }) => ({
        statistic: `sum in ${currency}`,
        value: (low + high) / 2,
        unit: currency,
        low,
        high,
      }));
    case "burn":
      return value.rates.map(({ objective, over, rate }) => ({
        statistic: `${objective} over ${over}`,
        value: rate,
        unit: "ratio",
      }));
    case "rate":
      return [
        { statistic: "rate", value: value.part / value.whole, unit },
        { statistic: "part", value: value.part, unit: "count" },
        { statistic: "whole", value: value.whole, unit: "count" },
        ...(value.parts ?? []).map(({ name, value: part }) => ({
          statistic: name,
          value: part,
          unit: "count",
        })),
      ];
  }
}
