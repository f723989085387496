import { describe, expect, test } from "vitest";
import { decisionTree } from "../../../src/core/rules/decision-tree.ts";
import { itemFields as itemFieldsRule } from "../../../src/core/rules/item-fields.ts";
import { itemOverdue } from "../../../src/core/rules/item-overdue.ts";
import { postmortemMissing } from "../../../src/core/rules/postmortem-missing.ts";
import { runbookStale } from "../../../src/core/rules/runbook-stale.ts";
import { serviceCycle } from "../../../src/core/rules/service-cycle.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";

const day = 86_400_000;

describe("an overdue action item", () => {
  const due = "actionItems.0.due";
  const found = (fields: Fields, now: string, overdue: "warn" | "fail") =>
    find(itemOverdue, [buildIncident({ actionItems: [itemFields(fields)] })], {
      now,
      policy: { overdue, grace: 3 * day },
    })[0];
  const place = `item-overdue incidents/2026-03-02-slow-search.mdx ${due}`;

  test("is a warning at the due line, and an error once the grace is over where the policy says so", () => {
    expect(found({}, "2026-03-31T23:59:59Z", "fail")).toBeUndefined();
    expect(found({}, "2026-04-01T00:00:00Z", "fail")).toBe(`warning ${place}`);
    expect(found({}, "2026-04-03T23:59:59Z", "fail")).toBe(`warning ${place}`);
    expect(found({}, "2026-04-04T00:00:00Z", "fail")).toBe(`error ${place}`);
    expect(found({}, "2027-04-04T00:00:00Z", "warn")).toBe(`warning ${place}`);
  });

  test("has its grace after the end of a waiver", () => {
    const waiver = { reason: "Waits", until: "2026-04-15", by: "ada" };
    expect(found({ waiver }, "2026-04-15T23:59:59Z", "fail")).toBeUndefined();
    expect(found({ waiver }, "2026-04-16T00:00:00Z", "fail")).toBe(`warning ${place}`);
    expect(found({ waiver }, "2026-04-19T00:00:00Z", "fail")).toBe(`error ${place}`);
  });

  test("is found in postmortems and game days too", () => {
    const actionItems = [itemFields()];
    const entries = [
      buildEntry("postmortem", "p", { actionItems }),
      buildEntry("game-day", "g", { actionItems }),
    ];
    expect(find(itemOverdue, entries)).toEqual([
      `warning item-overdue postmortems/p.mdx ${due}`,
      `warning item-overdue game-days/g.mdx ${due}`,
    ]);
  });
});

test("finished action items need no owner and no due date", () => {
  const left = { owner: undefined, due: undefined };
  const actionItems = [
    itemFields({ ...left, status: "done", done: "2026-03-20" }),
    itemFields({ ...left, id: "b", status: "dropped", reason: "Gone" }),
  ];
  expect(find(itemFieldsRule, [buildIncident({ actionItems })])).toEqual([]);
});

describe("a required postmortem", () => {
  const severe = buildIncident({ severity: { initial: "SEV1", peak: "SEV1" } });
  const file = "incidents/2026-03-02-slow-search.mdx milestones.resolved";

  test("is missing from the instant on which its draft is due", () => {
    expect(find(postmortemMissing, [severe], { now: "2026-03-04T10:59:59Z" })).toEqual([]);
    expect(find(postmortemMissing, [severe], { now: "2026-03-04T11:00:00Z" })).toEqual([
      `warning postmortem-missing ${file}`,
    ]);
    const site = { policies: { postmortemDeadline: "fail" } };
    expect(find(postmortemMissing, [severe], { site })).toEqual([`error postmortem-missing ${file}`]);
  });

  test("is late from the instant on which it should be final", () => {
    const draft = buildEntry("postmortem", "p");
    expect(find(postmortemMissing, [severe, draft], { now: "2026-03-09T10:59:59Z" })).toEqual([]);
    expect(find(postmortemMissing, [severe, draft], { now: "2026-03-09T11:00:00Z" })).toEqual([
      "warning postmortem-late postmortems/p.mdx state",
    ]);
    const final = buildEntry("postmortem", "p", {
      state: "final",
      lesson: "Watch it.",
      finalized: "2026-03-20T10:00:00Z",
    });
    expect(find(postmortemMissing, [severe, final])).toEqual([]);
    expect(find(postmortemMissing, [severe, final], { now: "2026-03-19T10:00:00Z" })).toHaveLength(1);
  });

  test("is not missed while one of that day cannot be read", () => {
    const broken = [
      {
        kind: "postmortem" as const,
        id: "2026-03-02-search",
        file: "content/postmortems/2026-03-02-search.mdx",
      },
    ];
    expect(find(postmortemMissing, [severe], { broken })).toEqual([]);
  });

  test("is not due for an open incident", () => {
    const open = buildIncident({
      severity: { initial: "SEV1", peak: "SEV1" },
      milestones: { detected: "2026-03-02T10:05:00Z" },
    });
    expect(find(postmortemMissing, [open])).toEqual([]);
  });
});

describe("a runbook", () => {
  const verified = (on: string) =>
    buildEntry("runbook", "r", { verified: { on, by: "ada", how: "read" }, reviewEvery: "30d" });
  const used = (outcome: string) => buildIncident({ runbooks: [{ runbook: "r", outcome }] });

  test("is stale after the end of the last day of its interval", () => {
    expect(find(runbookStale, [verified("2026-03-02")], { now: "2026-04-01T23:59:59Z" })).toEqual([]);
    expect(find(runbookStale, [verified("2026-03-02")], { now: "2026-04-02T00:00:00Z" })).toEqual([
      "runbook-stale runbooks/r.mdx verified.on",
    ]);
  });

  test("is defective when it did not help after its last verification, not before and not on that day", () => {
    for (const outcome of ["did-not-help", "did-harm"]) {
      expect(
        find(runbookStale, [verified("2026-03-01"), used(outcome)], { now: "2026-03-10T00:00:00Z" }),
      ).toEqual(["runbook-defective runbooks/r.mdx verified.on"]);
      expect(
        find(runbookStale, [verified("2026-03-02"), used(outcome)], { now: "2026-03-10T00:00:00Z" }),
      ).toEqual([]);
    }
    expect(
      find(runbookStale, [verified("2026-03-01"), used("partly")], { now: "2026-03-10T00:00:00Z" }),
    ).toEqual([]);
  });
});

describe("a decision tree", () => {
  const playbook = (decisions: Fields[]) => buildEntry("runbook", "p", { kind: "playbook", decisions });
  const node = (id: string, ...next: string[]) => ({
    id,
    ask: "Is it?",
    answers: next.map((to, index) => ({ answer: `${index}`, next: to })),
  });

  test("may lead to one node by two ways", () => {
    expect(
      find(decisionTree, [playbook([node("a", "b", "c"), node("b", "d"), node("c", "d"), node("d")])]),
    ).toEqual([]);
  });

  test("goes in a circle at the answer that leads back, also out of reach and to itself", () => {
    const found = find(decisionTree, [playbook([node("a", "b"), node("b", "a"), node("c", "c")])]);
    expect(found).toEqual([
      "decision-unreachable runbooks/p.mdx decisions.2.id",
      "decision-loop runbooks/p.mdx decisions.1.answers.0.next",
      "decision-loop runbooks/p.mdx decisions.2.answers.0.next",
    ]);
  });

  test("of thousands of nodes is walked in a moment", () => {
    const chain = Array.from({ length: 5000 }, (_, index) => node(`n${index}`, `n${index + 1}`));
    const started = performance.now();
    expect(find(decisionTree, [playbook(chain)])).toEqual([
      "decision-dangling runbooks/p.mdx decisions.4999.answers.0.next",
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("a circle of services is named once, also one of a single service", () => {
  const service = (id: string, ...dependsOn: string[]) => buildEntry("service", id, { dependsOn });
  expect(
    find(serviceCycle, [service("a", "b"), service("b", "c"), service("c", "a"), service("d", "a", "d")]),
  ).toEqual(["service-cycle services/c.mdx dependsOn.0", "service-cycle services/d.mdx dependsOn.1"]);
});
