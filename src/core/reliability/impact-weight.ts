import type { Impact } from "../schemas/incident.ts";

/** The named presets: how much of a minute of each level counts as down. */
export const WEIGHTINGS = {
  outages: { major_outage: 1, partial_outage: 1, degraded_performance: 0, none: 0 },
  weighted: { major_outage: 1, partial_outage: 0.3, degraded_performance: 0, none: 0 },
  "any-impact": { major_outage: 1, partial_outage: 1, degraded_performance: 1, none: 0 },
} as const;

export type Weighting = keyof typeof WEIGHTINGS;

/** How much of an impact counts as down, 0 to 1: the measured fraction of failed requests where there is one, else the preset's. */
export function impactWeight(
  { level, fraction }: Pick<Impact, "level" | "fraction">,
  weighting: Weighting,
): number {
  return fraction ?? WEIGHTINGS[weighting][level];
}
