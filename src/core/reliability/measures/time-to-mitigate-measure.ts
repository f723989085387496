import { durationOutcome } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** Detected → mitigated. */
export const timeToMitigateMeasure: Measure = {
  id: "time-to-mitigate",
  name: "Time to mitigate",
  unit: "duration",
  formula: "mitigated − detected, of each incident; the mitigation that held",
  misleads: "A stopgap counts: users no longer hurt is not the same as a healthy service.",
  of: (scope) => durationOutcome(scope, { from: "detected", to: "mitigated", target: "mitigate" }),
};
