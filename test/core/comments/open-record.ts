import { expect } from "vitest";
import { parseComment } from "../../../src/core/comments/parse-comment.ts";
import { recordComment } from "../../../src/core/comments/record-comment.ts";
import { Recording } from "../../../src/core/comments/recording.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

export const AT = Date.parse("2026-04-01T14:20:00Z");
export const URL = "https://github.example.org/shop/content/issues/7#issuecomment-99";
export const checkout = buildEntry("service", "checkout", { component: { name: "Checkout" } });
export const search = buildEntry("service", "search", { title: "Search", owner: "payments" });
export const runbook = buildEntry("runbook", "pool-exhausted");
/** Two services and a runbook that comments may name. */
export const knowledgeBase = buildKnowledgeBase([checkout, search, runbook], {
  teams: {
    people: [
      { handle: "ada", role: "Engineer", github: "Ada-L" },
      { handle: "joan", role: "Engineer", active: false },
    ],
    teams: [{ id: "payments", name: "Payments", members: ["ada"] }],
  },
});

/** An incident that is open. */
export function open(fields: Fields = {}): Entry<"incident"> {
  return buildEntry("incident", "2026-04-01-pool", {
    milestones: { detected: "2026-04-01T14:00:00Z" },
    ...fields,
  });
}

/** What a comment makes of an incident, or its problems. */
export function recordedBy(body: string, incident = open()) {
  const { commands, problems } = parseComment(body, AT);
  expect(problems).toEqual([]);
  const recorded = recordComment(knowledgeBase, incident, { commands, at: AT, url: URL, by: "ada" });
  if (!recorded.ok) return recorded.problems;
  const recording = new Recording(incident, { at: AT, url: URL });
  recording.take(recorded.edits);
  return { ...recorded, entry: recording.entry, data: recording.data };
}
