import { countValue, inputOf, partsOf } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** Incidents whose handling failed in some way, by way. */
export const failureModeMeasure: Measure = {
  id: "failure-modes",
  name: "Response failure modes",
  unit: "count",
  formula:
    "incidents with at least one of `failureModes`; one with two modes counts once, and once in each part",
  misleads: "Only what somebody admitted is here.",
  of(scope) {
    const failed = scope.incidents.filter(({ data }) => data.failureModes.length > 0);
    const modes = failed.flatMap(({ data }) => [...new Set(data.failureModes)]);
    return {
      value: countValue(scope, failed.length, partsOf(modes)),
      inputs: failed.map((incident) =>
        inputOf(incident, [["failureModes"]], incident.data.failureModes.join(", ")),
      ),
      leftOut: [],
    };
  },
};
