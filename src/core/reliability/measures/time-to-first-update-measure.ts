import { distribution } from "../statistics/distribution.ts";
import { timeToFirstUpdate } from "../time-to-first-update.ts";
import { inputOf, leftOutOf } from "./counted.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";

/** Started → first public update; "never" is counted, not dropped. */
export const timeToFirstUpdateMeasure: Measure = {
  id: "time-to-first-update",
  name: "Time to first public update",
  unit: "duration",
  formula:
    "first public update − started, of customer-visible incidents; those never told of are counted beside it",
  misleads: "An early word that says nothing counts like one that helps.",
  of(scope) {
    const inputs: (Input & { readonly value: number })[] = [];
    const leftOut: LeftOut[] = [];
    let never = 0;
    for (const incident of scope.incidents) {
      const time = timeToFirstUpdate(incident.data);
      if (time === "never") {
        never++;
        leftOut.push(leftOutOf(incident, "customers were never told", ["customerVisible"]));
      } else if (time === undefined)
        leftOut.push(leftOutOf(incident, reason(incident.data), ["customerVisible"]));
      else
        inputs.push({
          ...inputOf(
            incident,
            [
              ["milestones", "started"],
              ["updates", 0],
            ],
            time,
          ),
          value: time,
        });
    }
    const known = distribution(inputs.map(({ value }) => value));
    if (!known) return { value: { kind: "none", why: noCases(scope, leftOut.length) }, inputs, leftOut };
    return {
      value: {
        kind: "distribution",
        distribution: known,
        ...(never === 0 ? {} : { unfinished: { count: never } }),
      },
      inputs,
      leftOut,
    };
  },
};

function reason(incident: {
  readonly customerVisible: boolean;
  readonly milestones: { readonly started?: unknown };
}) {
  if (!incident.customerVisible) return "customers could not notice it";
  return incident.milestones.started === undefined ? "`started` is not recorded" : "told before it started";
}
