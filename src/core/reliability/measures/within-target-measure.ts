import { durationOf } from "../../time.ts";
import { timeToRestore } from "../time-to-restore.ts";
import { inputOf, leftOutOf, shareValue } from "./counted.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";

/** Resolved within the target of the peak severity ÷ all resolved with a target. */
export const withinTargetMeasure: Measure = {
  id: "within-target",
  name: "Restored within target",
  unit: "share",
  formula:
    "incidents whose time to restore is at most the target of their peak severity ÷ resolved incidents with a target",
  misleads: "It says nothing of how far beyond the target the others were.",
  of(scope) {
    const { severities } = scope.knowledgeBase.taxonomy;
    const inputs: Input[] = [];
    const leftOut: LeftOut[] = [];
    for (const incident of scope.incidents) {
      const { data } = incident;
      const target = severities.find(({ id }) => id === data.severity.peak)?.targets.restore;
      const time = timeToRestore(data);
      if (data.nearMiss) leftOut.push(leftOutOf(incident, "a near miss: nobody was hurt", ["nearMiss"]));
      else if (time === undefined)
        leftOut.push(leftOutOf(incident, "has no time to restore", ["milestones"]));
      else if (target === undefined)
        leftOut.push(
          leftOutOf(incident, `${data.severity.peak} has no target to restore`, ["severity", "peak"]),
        );
      else
        inputs.push(
          inputOf(
            incident,
            [
              ["milestones", "detected"],
              ["milestones", "resolved"],
              ["severity", "peak"],
            ],
            time <= durationOf(target) ? 1 : 0,
          ),
        );
    }
    const within = inputs.filter(({ value }) => value === 1).length;
    return { value: shareValue(scope, within, inputs.length, leftOut.length), inputs, leftOut };
  },
};
