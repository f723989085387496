import { longestSilence } from "../longest-silence.ts";
import { distribution } from "../statistics/distribution.ts";
import { inputOf, leftOutOf } from "./counted.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";

/** Largest gap in what customers were told. */
export const longestSilenceMeasure: Measure = {
  id: "longest-silence",
  name: "Longest public silence",
  unit: "duration",
  formula: "largest gap in started, update, …, update, resolved, of customer-visible resolved incidents",
  misleads: "A long incident has more room for silence than a short one.",
  of(scope) {
    const inputs: (Input & { readonly value: number })[] = [];
    const leftOut: LeftOut[] = [];
    for (const incident of scope.incidents) {
      const silence = longestSilence(incident.data);
      if (silence === undefined)
        leftOut.push(
          incident.data.customerVisible
            ? leftOutOf(incident, "`started` or `resolved` is not known", ["milestones"])
            : leftOutOf(incident, "customers could not notice it", ["customerVisible"]),
        );
      else
        inputs.push({
          ...inputOf(incident, [["milestones", "started"], ["milestones", "resolved"], ["updates"]], silence),
          value: silence,
        });
    }
    const known = distribution(inputs.map(({ value }) => value));
    return {
      value: known
        ? { kind: "distribution", distribution: known }
        : { kind: "none", why: noCases(scope, leftOut.length) },
      inputs,
      leftOut,
    };
  },
};
