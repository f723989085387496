import { countValue, inputOf } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** Near misses in the period. */
export const nearMissMeasure: Measure = {
  id: "near-misses",
  name: "Near misses",
  unit: "count",
  formula: "number of incidents of the period with `nearMiss: true`",
  misleads: "More of them is often good news: they cost nothing and somebody wrote them down.",
  of(scope) {
    const near = scope.incidents.filter(({ data }) => data.nearMiss);
    return {
      value: countValue(scope, near.length),
      inputs: near.map((incident) => inputOf(incident, [["nearMiss"]], 1)),
      leftOut: [],
    };
  },
};
