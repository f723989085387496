import { inputOf, leftOutOf } from "./counted.ts";
import { noCases } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** Revenue lost and money spent, low to high, by currency. */
export const costMeasure: Measure = {
  id: "cost",
  name: "Cost",
  unit: "money",
  formula:
    "sum of the low estimates to sum of the high estimates of `cost.revenue` and `cost.spend`, by currency",
  misleads:
    "Only incidents with an estimate are in it; adding low bounds and high bounds overstates the spread.",
  of(scope) {
    const estimated = ({ data }: (typeof scope.incidents)[number]) =>
      data.cost?.revenue !== undefined || data.cost?.spend !== undefined;
    const known = scope.incidents.filter(estimated);
    const leftOut = scope.incidents
      .filter((incident) => !estimated(incident))
      .map((incident) => leftOutOf(incident, "has no estimate", ["cost"]));
    if (known.length === 0)
      return { value: { kind: "none", why: noCases(scope, leftOut.length) }, inputs: [], leftOut };
    const sums = new Map<string, { low: number; high: number }>();
    for (const { data } of known)
      for (const range of [data.cost?.revenue, data.cost?.spend]) {
        if (range === undefined) continue;
        const sum = sums.get(range.currency) ?? { low: 0, high: 0 };
        sums.set(range.currency, { low: sum.low + range.low, high: sum.high + range.high });
      }
    return {
      value: {
        kind: "money",
        sums: [...sums]
          .map(([currency, sum]) => ({ currency, ...sum }))
          .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      },
      inputs: known.map((incident) => inputOf(incident, [["cost"]], words(incident.data.cost!))),
      leftOut,
    };
  },
};

type Cost = NonNullable<Parameters<Measure["of"]>[0]["incidents"][number]["data"]["cost"]>;

function words({ revenue, spend }: Cost): string {
  return [revenue, spend]
    .flatMap((range) => (range === undefined ? [] : [`${range.low}–${range.high} ${range.currency}`]))
    .join(" + ");
}
