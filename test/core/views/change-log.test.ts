import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { epochOf } from "../../../src/core/time.ts";
import { changeLogOf } from "../../../src/core/views/service/change-log.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const now = epochOf("2026-04-01T08:00:00Z");
const change = (id: string, at: string, more: object = {}) => ({
  id,
  at,
  kind: "deployment",
  services: ["checkout"],
  what: `Change ${id}`,
  ...more,
});
const knowledgeBase = buildKnowledgeBase([
  buildEntry("changes", "2026-03", {
    changes: [
      ...Array.from({ length: 11 }, (_, day) => change(`d-${day}`, `2026-03-${10 + day}T10:00:00Z`)),
      change("other", "2026-03-30T10:00:00Z", { services: ["payments"] }),
    ],
  }),
  buildEntry("changes", "2026-02", {
    changes: [change("flag", "2026-03-25T09:00:00Z", { kind: "flag", who: "ada", outcome: "rolled-back" })],
  }),
  buildEntry("incident", "2026-03-25-slow", { causedBy: ["flag"] }),
]);

function logFor(audience: string) {
  const reader = readerOf(knowledgeBase.site, audience)!;
  return changeLogOf(viewContext(project(knowledgeBase, reader, now), now), "checkout");
}

test("the page of a service lists its ten newest changes of all logs, with the incidents that name them", () => {
  const log = logFor("internal")!;
  expect(log.total).toBe(12);
  expect(log.changes.map(({ id }) => id)).toEqual([
    "flag",
    ...[10, 9, 8, 7, 6, 5, 4, 3, 2].map((day) => `d-${day}`),
  ]);
  expect(log.changes[0]).toMatchObject({
    kind: "flag",
    outcome: "rolled back",
    who: "@ada",
    incidents: [{ id: "2026-03-25-slow" }],
  });
});

test("outsiders see no change log", () => {
  expect(logFor("public")).toBeUndefined();
});
