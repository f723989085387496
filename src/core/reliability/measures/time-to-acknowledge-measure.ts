import { milestoneTime } from "../milestone-time.ts";
import { durationOutcome } from "./duration-outcome.ts";
import type { Measure } from "./measure.ts";

/** M4: paged → acknowledged; a page that nobody took is followed until the incident was resolved. */
export const timeToAcknowledgeMeasure: Measure = {
  id: "time-to-acknowledge",
  code: "M4",
  name: "Time to acknowledge",
  unit: "duration",
  formula:
    "acknowledged − paged, of each incident that paged somebody; a page never taken is censored at resolved",
  misleads: "Incidents that paged nobody have no value: silence does not show here.",
  of: (scope) =>
    durationOutcome(scope, {
      from: "paged",
      to: "acknowledged",
      target: "acknowledge",
      followUntil: (incident) => milestoneTime(incident, "resolved"),
    }),
};
