import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { burnRate } from "../reliability/objectives/burn-rate.ts";
import { PRESENT_RATE } from "../reliability/objectives/exhaustion.ts";
import { measuredAvailability } from "../reliability/objectives/measured-availability.ts";
import type { ReleaseGate } from "../reliability/objectives/release-gate.ts";
import type { Epoch } from "../time.ts";
import { durationWords } from "./duration-words.ts";
import { lengthWords } from "./length-words.ts";
import { measuredDaysWords } from "./measured-days-words.ts";

/** The verdict of the release gate in one sentence: budget left, burn rate, and whether releases are frozen. */
export function releaseSentence(
  knowledgeBase: KnowledgeBase,
  service: string,
  gate: ReleaseGate,
  now: Epoch,
): string {
  const { tightest, frozen } = gate;
  if (tightest === undefined) return `${service}: no objective, so no budget that could freeze releases.`;
  const { commitment, budget } = tightest;
  const { objective } = commitment;
  const whose =
    commitment.of === "service" && commitment.owner === service
      ? objective.id
      : `${commitment.owner}/${objective.id}`;
  const burn = burnRate(knowledgeBase, commitment, PRESENT_RATE, now);
  const pace =
    burn === undefined ? "" : `, burning at ${burn.toFixed(1)} × over ${lengthWords(PRESENT_RATE)}`;
  const measured =
    objective.source === "incidents" ? undefined : measuredAvailability(knowledgeBase, commitment, now);
  const basis = measured === undefined ? budget.weighting : measuredDaysWords(measured);
  const left = frozen
    ? `its error budget of ${durationWords(budget.budget)} is spent (${durationWords(budget.downtime)} down, ${basis})`
    : `${durationWords(budget.left)} of ${durationWords(budget.budget)} error budget left (${Math.floor(budget.leftShare * 100)} %, ${basis})`;
  return frozen
    ? `${service}: releases are frozen, ${left} for ${whose}${pace}.`
    : `${service}: releases are free, ${left} for ${whose}${pace}.`;
}
