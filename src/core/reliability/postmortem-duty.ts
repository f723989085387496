import { addDuration } from "../action-items/add-duration.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import type { Epoch } from "../time.ts";
import { milestoneTime } from "./milestone-time.ts";

/** Whether an incident needs a postmortem, why, and by when. */
export interface PostmortemDuty {
  readonly required: boolean;
  /** The reason of a decision that differs from the policy. */
  readonly reason?: string;
  /** When the draft is due: resolved + the policy's time; absent while the incident is open or the policy names none. */
  readonly draftDue?: Epoch;
  /** When the final postmortem is due. */
  readonly finalDue?: Epoch;
}

/** The policy of the peak severity, or the decision that the record gives a reason for. */
export function postmortemDuty(knowledgeBase: KnowledgeBase, incident: Incident): PostmortemDuty {
  const policy = knowledgeBase.taxonomy.severities.find(
    ({ id }) => id === incident.severity.peak,
  )?.postmortem;
  const required = incident.postmortem?.required ?? policy?.required ?? false;
  const reason = incident.postmortem === undefined ? {} : { reason: incident.postmortem.reason };
  const resolved = milestoneTime(incident, "resolved");
  if (!required || resolved === undefined) return { required, ...reason };
  const { draftWithin, finalWithin } = policy ?? {};
  const due = (length: string) => addDuration(resolved, length, knowledgeBase.site.timeZone);
  return {
    required,
    ...reason,
    ...(draftWithin === undefined ? {} : { draftDue: due(draftWithin) }),
    ...(finalWithin === undefined ? {} : { finalDue: due(finalWithin) }),
  };
}
