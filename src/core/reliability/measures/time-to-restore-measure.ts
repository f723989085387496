import { durationOutcome } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** M2: detected → resolved. */
export const timeToRestoreMeasure: Measure = {
  id: "time-to-restore",
  code: "M2",
  name: "Time to restore",
  unit: "duration",
  formula: "resolved − detected, of each resolved incident; not the first page, not the closed ticket",
  misleads:
    "Durations are skewed, so a mean over a handful of incidents moves by itself; read the median and its spread.",
  of: (scope) => durationOutcome(scope, { from: "detected", to: "resolved", target: "restore" }),
};
