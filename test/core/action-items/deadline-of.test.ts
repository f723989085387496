import { describe, expect, test } from "vitest";
import { allActionItems } from "../../../src/core/action-items/all-action-items.ts";
import { deadlineOf } from "../../../src/core/action-items/deadline-of.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const severe = { severity: { initial: "SEV3", peak: "SEV1" } };

describe("the deadline of an action item", () => {
  const deadlines = (...entries: Entry[]) => {
    const knowledgeBase = buildKnowledgeBase(entries);
    return allActionItems(knowledgeBase).map((placed) => deadlineOf(knowledgeBase, placed));
  };

  test("is opened + the time of the peak severity for its priority, in business or calendar days", () => {
    const actionItems = [
      itemFields({ priority: "high" }),
      itemFields({ id: "b" }),
      itemFields({ id: "c", priority: "low" }),
    ];
    expect(deadlines(buildIncident({ ...severe, actionItems }))).toEqual([
      "2026-03-17",
      "2026-04-02",
      undefined,
    ]);
  });

  test("comes from the most severe incident that a postmortem explains", () => {
    const postmortem = buildEntry("postmortem", "both", {
      incidents: ["2026-03-02-slow-search", "2026-03-04-no-search", "2026-03-05-unknown"],
      actionItems: [itemFields()],
    });
    expect(deadlines(buildIncident(), buildIncident(severe, "2026-03-04-no-search"), postmortem)).toEqual([
      "2026-04-02",
    ]);
  });

  test("does not exist for a game day, nor where the severity has no policy", () => {
    const gameDay = buildEntry("game-day", "index", { actionItems: [itemFields()] });
    expect(deadlines(buildIncident({ actionItems: [itemFields({ id: "b" })] }), gameDay)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
