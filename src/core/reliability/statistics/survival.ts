/** One case that is followed until its event, or until it is lost from sight. */
export interface Followed {
  /** How long it was followed, in any unit. */
  readonly time: number;
  /** `event` happened at `time`; `competing` made it impossible; `censored`: not yet, when last seen. */
  readonly end: "event" | "competing" | "censored";
}

/** The share of cases that had their event by a time: a step of a curve that rises. */
export interface Step {
  readonly time: number;
  /** Cases still followed just before. */
  readonly atRisk: number;
  readonly share: number;
}

/**
 * Cumulative incidence with competing events (Aalen and Johansen, 1978): at each event time the share grows by S(t−) ·
 * events ÷ at risk, and S falls by all events ÷ at risk. Without competing events it is 1 − the Kaplan–Meier estimate.
 */
export function cumulativeIncidence(cases: readonly Followed[]): Step[] {
  const sorted = [...cases].sort((a, b) => a.time - b.time);
  const steps: Step[] = [];
  let atRisk = sorted.length;
  let free = 1;
  let share = 0;
  for (let index = 0; index < sorted.length; ) {
    const { time } = sorted[index]!;
    const counts = { event: 0, competing: 0, censored: 0 };
    while (index < sorted.length && sorted[index]!.time === time) counts[sorted[index++]!.end]++;
    if (counts.event > 0) {
      share += (free * counts.event) / atRisk;
      steps.push({ time, atRisk, share });
    }
    free *= 1 - (counts.event + counts.competing) / atRisk;
    atRisk -= counts.event + counts.competing + counts.censored;
  }
  return steps;
}

/** The first time by which a share of cases had their event; absent where the curve never gets there. */
export function timeOfShare(steps: readonly Step[], share: number): number | undefined {
  return steps.find((step) => step.share >= share - 1e-12)?.time;
}
