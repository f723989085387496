import { durationOutcome } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** Started → resolved, printed beside M2. */
export const timeFromStartToRestoreMeasure: Measure = {
  id: "start-to-restore",
  name: "From start to restored",
  unit: "duration",
  formula: "resolved − started, of each resolved incident",
  misleads: "It holds the time before anybody knew, which no responder could have shortened.",
  of: (scope) => durationOutcome(scope, { from: "started", to: "resolved" }),
};
