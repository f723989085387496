import { expect, test } from "vitest";
import { postmortemDuty } from "../../../src/core/reliability/postmortem-duty.ts";
import { instantOf } from "../../../src/core/time.ts";
import { buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const dutyOf = (fields: Fields) => {
  const { draftDue, finalDue, ...duty } = postmortemDuty(buildKnowledgeBase(), buildIncident(fields).data);
  return { ...duty, due: [draftDue, finalDue].flatMap((due) => (due === undefined ? [] : instantOf(due))) };
};
const severe = { severity: { initial: "SEV3", peak: "SEV1", final: "SEV3" } };

test("the policy of the peak severity asks for a postmortem and sets its deadlines from resolved on", () => {
  expect(dutyOf(severe)).toEqual({ required: true, due: ["2026-03-04T11:00:00Z", "2026-03-09T11:00:00Z"] });
  expect(dutyOf({})).toEqual({ required: false, due: [] });
});

test("an open incident has no deadline yet", () => {
  expect(dutyOf({ ...severe, milestones: { detected: "2026-03-02T10:05:00Z" } })).toEqual({
    required: true,
    due: [],
  });
});

test("a decision with a reason stands above the policy", () => {
  const reason = "The vendor published one";
  expect(dutyOf({ ...severe, postmortem: { required: false, reason } })).toEqual({
    required: false,
    reason,
    due: [],
  });
  expect(dutyOf({ postmortem: { required: true, reason } })).toEqual({ required: true, reason, due: [] });
});
