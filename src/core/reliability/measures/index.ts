import { actionablePagesMeasure } from "./actionable-pages-measure.ts";
import { automatedRemediationMeasure } from "./automated-remediation-measure.ts";
import { automationHarmMeasure } from "./automation-harm-measure.ts";
import { burnRateMeasure } from "./burn-rate-measure.ts";
import { changeLinkedMeasure } from "./change-linked-measure.ts";
import { costMeasure } from "./cost-measure.ts";
import { downtimeMeasure } from "./downtime-measure.ts";
import { failureModeMeasure } from "./failure-mode-measure.ts";
import { foresightMeasure } from "./foresight-measure.ts";
import { frequencyMeasure } from "./frequency-measure.ts";
import { longestSilenceMeasure } from "./longest-silence-measure.ts";
import type { Measure } from "./measure.ts";
import { nearMissMeasure } from "./near-miss-measure.ts";
import { overdueItemDowntimeMeasure } from "./overdue-item-downtime-measure.ts";
import { pagesPerShiftMeasure } from "./pages-per-shift-measure.ts";
import { postmortemCompletenessMeasure } from "./postmortem-completeness-measure.ts";
import { repeatAfterFixMeasure } from "./repeat-after-fix-measure.ts";
import { repeatMeasure } from "./repeat-measure.ts";
import { timeFromStartToRestoreMeasure } from "./time-from-start-to-restore-measure.ts";
import { timeToAcknowledgeMeasure } from "./time-to-acknowledge-measure.ts";
import { timeToCloseMeasure } from "./time-to-close-measure.ts";
import { timeToDetectMeasure } from "./time-to-detect-measure.ts";
import { timeToDoneMeasure } from "./time-to-done-measure.ts";
import { timeToFirstUpdateMeasure } from "./time-to-first-update-measure.ts";
import { timeToMitigateMeasure } from "./time-to-mitigate-measure.ts";
import { timeToRestoreMeasure } from "./time-to-restore-measure.ts";
import { unsocialPagesMeasure } from "./unsocial-pages-measure.ts";
import { vendorDowntimeMeasure } from "./vendor-downtime-measure.ts";
import { withinTargetMeasure } from "./within-target-measure.ts";

/** Every measure, in the order of pages. */
export const MEASURES: readonly Measure[] = [
  timeToDetectMeasure,
  timeToRestoreMeasure,
  timeFromStartToRestoreMeasure,
  timeToMitigateMeasure,
  withinTargetMeasure,
  frequencyMeasure,
  nearMissMeasure,
  repeatMeasure,
  foresightMeasure,
  timeToAcknowledgeMeasure,
  burnRateMeasure,
  automatedRemediationMeasure,
  automationHarmMeasure,
  pagesPerShiftMeasure,
  actionablePagesMeasure,
  unsocialPagesMeasure,
  postmortemCompletenessMeasure,
  timeToCloseMeasure,
  downtimeMeasure,
  vendorDowntimeMeasure,
  timeToFirstUpdateMeasure,
  longestSilenceMeasure,
  failureModeMeasure,
  changeLinkedMeasure,
  costMeasure,
  timeToDoneMeasure,
  repeatAfterFixMeasure,
  overdueItemDowntimeMeasure,
];
