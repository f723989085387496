import { alertUnanswered } from "./alert-unanswered.ts";
import { aliasTaken } from "./alias-taken.ts";
import { danglingReference } from "./dangling-reference.ts";
import { datedLater } from "./dated-later.ts";
import { deadLink } from "./dead-link.ts";
import { decisionTree } from "./decision-tree.ts";
import { diagramMissing } from "./diagram-missing.ts";
import { duplicateId } from "./duplicate-id.ts";
import { escalation } from "./escalation.ts";
import { exposureNotRestricted } from "./exposure-not-restricted.ts";
import { idCase } from "./id-case.ts";
import { imageRemote } from "./image-remote.ts";
import { impactOutside } from "./impact-outside.ts";
import { impactOverlap } from "./impact-overlap.ts";
import { incidentDate } from "./incident-date.ts";
import { intervalEmpty } from "./interval-empty.ts";
import { itemDates } from "./item-dates.ts";
import { itemFields } from "./item-fields.ts";
import { itemOverdue } from "./item-overdue.ts";
import { journeyObjectiveMissing } from "./journey-objective-missing.ts";
import { keyEventEvidence } from "./key-event-evidence.ts";
import { legalDutyOverdue } from "./legal-duty-overdue.ts";
import { milestoneMissing } from "./milestone-missing.ts";
import { milestoneOrder } from "./milestone-order.ts";
import { outOfOrder } from "./out-of-order.ts";
import { ownerInactive } from "./owner-inactive.ts";
import { postmortemMissing } from "./postmortem-missing.ts";
import { postmortemOrder } from "./postmortem-order.ts";
import { postmortemUnfinished } from "./postmortem-unfinished.ts";
import type { Rule } from "./rule.ts";
import { runbookChanged } from "./runbook-changed.ts";
import { runbookStale } from "./runbook-stale.ts";
import { serviceCycle } from "./service-cycle.ts";
import { suppressionEndless } from "./suppression-endless.ts";
import { unknownObjective } from "./unknown-objective.ts";
import { unknownVisibility } from "./unknown-visibility.ts";

/** All rules; a new one is a file beside this one, a row here, a row in the code table and a fixture. */
export const RULES: readonly Rule[] = [
  duplicateId,
  idCase,
  aliasTaken,
  incidentDate,
  danglingReference,
  unknownObjective,
  unknownVisibility,
  milestoneOrder,
  milestoneMissing,
  datedLater,
  intervalEmpty,
  impactOutside,
  impactOverlap,
  outOfOrder,
  keyEventEvidence,
  postmortemMissing,
  postmortemUnfinished,
  postmortemOrder,
  itemFields,
  itemDates,
  itemOverdue,
  ownerInactive,
  runbookStale,
  runbookChanged,
  decisionTree,
  alertUnanswered,
  suppressionEndless,
  escalation,
  serviceCycle,
  journeyObjectiveMissing,
  exposureNotRestricted,
  legalDutyOverdue,
  deadLink,
  diagramMissing,
  imageRemote,
];
