import { milestoneTime } from "../milestone-time.ts";
import { countValue, inputOf } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** Incidents that were seen coming. */
export const foresightMeasure: Measure = {
  id: "foresight",
  name: "Seen before they began",
  unit: "count",
  formula: "incidents whose `detected` stands before their `started`",
  misleads: "A wrong `started` looks the same.",
  of(scope) {
    const seen = scope.incidents.filter(({ data }) => {
      const started = milestoneTime(data, "started");
      return started !== undefined && milestoneTime(data, "detected")! < started;
    });
    return {
      value: countValue(scope, seen.length),
      inputs: seen.map((incident) =>
        inputOf(
          incident,
          [
            ["milestones", "started"],
            ["milestones", "detected"],
          ],
          1,
        ),
      ),
      leftOut: [],
    };
  },
};
