import { durationOutcome } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** M1: started → detected. */
export const timeToDetectMeasure: Measure = {
  id: "time-to-detect",
  code: "M1",
  name: "Time to detect",
  unit: "duration",
  formula: "detected − started, of each incident that hurt somebody",
  misleads: "It is only as good as `started`, which is established afterwards.",
  of: (scope) => durationOutcome(scope, { from: "started", to: "detected", target: "detect" }),
};
