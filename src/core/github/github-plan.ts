import type { GitHubEffect } from "./github-effect.ts";

/** One effect, and why it is wanted in a sentence's words. */
export interface PlannedEffect {
  readonly effect: GitHubEffect;
  readonly why: string;
}

/** What is to be done on GitHub, in order, and what was noticed and is left to people. Plain JSON. */
export interface GitHubPlan {
  readonly effects: readonly PlannedEffect[];
  readonly remarks: readonly string[];
}

/** Plans one after the other, as one. */
export function joinPlans(plans: readonly GitHubPlan[]): GitHubPlan {
  return {
    effects: plans.flatMap(({ effects }) => effects),
    remarks: plans.flatMap(({ remarks }) => remarks),
  };
}
