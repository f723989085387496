import { expect, test } from "vitest";
import { draftRunbook } from "../../../src/core/drafts/draft-runbook.ts";
import { draftService } from "../../../src/core/drafts/draft-service.ts";
import { slugOf } from "../../../src/core/drafts/slug-of.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { entryOf, written } from "./draft-example.ts";

test("a playbook begins with a tree that can be walked, a runbook with a step", () => {
  const playbook = entryOf(
    written(draftRunbook(buildKnowledgeBase(), { title: "Odd", type: "playbook", services: ["checkout"] })),
  );
  expect(playbook.data).toMatchObject({
    kind: "playbook",
    owner: "payments",
    decisions: [{ id: "start" }, { id: "likely" }, { id: "unclear" }],
  });
  expect(entryOf(written(draftRunbook(buildKnowledgeBase(), { title: "Odd" }))).body.components).toEqual([
    "Step",
  ]);
});

test("a service is owned by a team, by whichever name", () => {
  expect(
    written(draftService(buildKnowledgeBase(), { title: "Gift cards", owner: "PAYMENTS" })).text,
  ).toContain("owner: payments");
  expect(draftService(buildKnowledgeBase(), { title: "Gift cards", owner: "ada" })).toMatchObject({
    ok: false,
  });
});

test("words become the end of an id", () => {
  expect(slugOf("Größe: don't é ½ #1")).toBe("grosse-dont-e-1-2-1");
  expect(slugOf("日本語")).toBe("entry");
  expect(slugOf("one two three", 9)).toBe("one-two");
  expect(slugOf("x".repeat(200)).length).toBe(60);
});
