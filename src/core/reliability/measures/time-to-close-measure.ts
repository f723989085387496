import { epochOf } from "../../time.ts";
import { milestoneTime } from "../milestone-time.ts";
import { postmortemDuty } from "../postmortem-duty.ts";
import { distribution } from "../statistics/distribution.ts";
import { cumulativeIncidence, type Followed, timeOfShare } from "../statistics/survival.ts";
import { leftOutOf } from "./counted.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";

/** M9: resolved → postmortem final. */
export const timeToCloseMeasure: Measure = {
  id: "time-to-close",
  code: "M9",
  name: "Time to close",
  unit: "duration",
  formula:
    "postmortem final − resolved, of incidents that have or need a postmortem; unfinished ones are censored at now",
  misleads: "Follow-up tasks outlive it.",
  of(scope) {
    const { knowledgeBase, now } = scope;
    const inputs: (Input & { readonly value: number })[] = [];
    const leftOut: LeftOut[] = [];
    const followed: Followed[] = [];
    for (const incident of scope.incidents) {
      const resolved = milestoneTime(incident.data, "resolved");
      const postmortems = knowledgeBase.look.postmortemsOf.get(incident.id) ?? [];
      const final = postmortems.find(
        ({ data }) =>
          data.state === "final" && data.finalized !== undefined && epochOf(data.finalized) <= now,
      );
      if (resolved === undefined) leftOut.push(leftOutOf(incident, "still open", ["milestones"]));
      else if (final) {
        const value = Math.max(0, epochOf(final.data.finalized!) - resolved);
        followed.push({ time: value, end: "event" });
        inputs.push({
          file: incident.file,
          id: incident.id,
          title: incident.data.title,
          fields: [["milestones", "resolved"]],
          value,
        });
      } else if (postmortems.length > 0 || postmortemDuty(knowledgeBase, incident.data).required) {
        if (now >= resolved) followed.push({ time: now - resolved, end: "censored" });
        leftOut.push(leftOutOf(incident, "its postmortem is not final yet", ["milestones", "resolved"]));
      } else leftOut.push(leftOutOf(incident, "needs no postmortem", ["severity", "peak"]));
    }
    const known = distribution(inputs.map(({ value }) => value));
    const open = followed.length - inputs.length;
    if (!known) return { value: { kind: "none", why: noCases(scope, leftOut.length) }, inputs, leftOut };
    const median = timeOfShare(cumulativeIncidence(followed), 0.5);
    const unfinished = { count: open, ...(median === undefined ? {} : { median }) };
    return {
      value: { kind: "distribution", distribution: known, ...(open === 0 ? {} : { unfinished }) },
      inputs,
      leftOut,
    };
  },
};
