import { cumulativeIncidence, type Followed } from "./survival.ts";

/** A step of a survival curve that falls. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  /** S(t): share of cases whose event has not happened by then. */
  readonly survival: number;
}

/**
 * Kaplan and Meier (1958): S(t) = product over event times up to t of (1 − events ÷ at risk); what was censored at a
 * time counts as at risk at that time.
 */
export function kaplanMeier(
  cases: readonly (Followed & { readonly end: "event" | "censored" })[],
): SurvivalStep[] {
  return cumulativeIncidence(cases).map(({ time, atRisk, share }) => ({ time, atRisk, survival: 1 - share }));
}
