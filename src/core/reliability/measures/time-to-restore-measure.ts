import { correlationWords } from "../../words/correlation-words.ts";
import { durationAndSeverity } from "../duration-and-severity.ts";
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
  of(scope) {
    const outcome = durationOutcome(scope, { from: "detected", to: "resolved", target: "restore" });
    if (scope.slice !== undefined || outcome.inputs.length === 0) return outcome;
    const { incidents, knowledgeBase } = scope;
    return {
      ...outcome,
      remark: correlationWords(durationAndSeverity(incidents, knowledgeBase.taxonomy)),
    };
  },
};
