import { epochOf } from "../../time.ts";
import { postmortemDuty } from "../postmortem-duty.ts";
import { inputOf, leftOutOf, shareValue } from "./counted.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";

/** M8: final postmortems ÷ those due by now. */
export const postmortemCompletenessMeasure: Measure = {
  id: "postmortem-completeness",
  code: "M8",
  name: "Postmortems finished",
  unit: "share",
  formula:
    "required postmortems that are final ÷ required postmortems whose final version is due by now, or is there before it is due",
  misleads: "It counts, it does not read: the rubric score stands beside it.",
  of(scope) {
    const { knowledgeBase, now } = scope;
    const inputs: Input[] = [];
    const leftOut: LeftOut[] = [];
    for (const incident of scope.incidents) {
      const { required, finalDue, reason } = postmortemDuty(knowledgeBase, incident.data);
      const final = (knowledgeBase.look.postmortemsOf.get(incident.id) ?? []).some(
        ({ data }) =>
          data.state === "final" && (data.finalized === undefined || epochOf(data.finalized) <= now),
      );
      if (!required)
        leftOut.push(
          leftOutOf(incident, reason ?? `${incident.data.severity.peak} requires none`, ["severity", "peak"]),
        );
      else if (!final && (finalDue === undefined || finalDue > now))
        leftOut.push(leftOutOf(incident, "not due yet", ["milestones"]));
      else
        inputs.push(
          inputOf(
            incident,
            [
              ["severity", "peak"],
              ["milestones", "resolved"],
            ],
            final ? 1 : 0,
          ),
        );
    }
    const done = inputs.filter(({ value }) => value === 1).length;
    return { value: shareValue(scope, done, inputs.length, leftOut.length), inputs, leftOut };
  },
};
