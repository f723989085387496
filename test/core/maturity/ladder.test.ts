import { describe, expect, test } from "vitest";
import type { KnowledgeBase } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { ladder } from "../../../src/core/maturity/ladder.ts";
import { mistakes } from "../../../src/core/maturity/mistakes.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { base, NOW } from "./small-team.ts";

function ladderOf(knowledgeBase: KnowledgeBase) {
  return ladder(knowledgeBase, mistakes(knowledgeBase, NOW), NOW);
}

describe("the ladder", () => {
  test("a new knowledge base stands on no rung, and everything is without data", () => {
    const { rung, criteria, next } = ladderOf(buildKnowledgeBase([]));
    expect(rung).toBeUndefined();
    expect(new Set(criteria.map(({ state }) => state))).toEqual(new Set(["no-data"]));
    expect(next).toBe(criteria[0]);
  });

  test("a criterion is the share of cases without the mistake: two of three incidents were commanded, 80 % are wanted", () => {
    const commanded = ladderOf(base).criteria.find(({ id }) => id === "no-commander");
    expect(commanded).toMatchObject({ met: 2, of: 3, wanted: 0.8, state: "not-yet" });
  });

  test("what is done on a higher rung does not make up for what is missing below", () => {
    const { rung, next } = ladderOf(base);
    expect(rung).toBeUndefined();
    expect(next?.rung).toBe("beginner");
  });
});
