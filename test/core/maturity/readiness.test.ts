import { expect, test } from "vitest";
import { readinessOf } from "../../../src/core/maturity/readiness.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const NOW = epochOf("2026-04-01T12:00:00Z");

const people = ["ada", "bo"].map((handle) => ({ handle, role: "Engineer" }));
const level = (name: string, kind: string, lastTested?: string) => ({
  name,
  contacts: ["ada", "bo"],
  channels: [{ kind }],
  ...(lastTested === undefined ? {} : { lastTested }),
});

function ready(service: Fields, team: Fields = {}, more: Parameters<typeof buildKnowledgeBase>[0] = []) {
  const entry = buildEntry("service", "checkout", { owner: "shop", ...service });
  const knowledgeBase = buildKnowledgeBase([entry, ...more], {
    teams: { people, teams: [{ id: "shop", name: "Shop", members: ["ada", "bo"], ...team }] },
  });
  return Object.fromEntries(
    readinessOf(knowledgeBase, entry, NOW).map(({ item, state, evidence }) => [
      item,
      evidence === undefined ? state : `${state}: ${evidence}`,
    ]),
  );
}

test("a service of which nothing is known is not ready for what records show, and open in what they cannot", () => {
  expect(ready({})).toEqual({
    indicators: "no: no objective says what is measured",
    objective: "no: neither it nor a journey over it has an objective",
    runbooks: "no: it has no runbook",
    roster: "no: team shop has no roster",
    escalation: "no: team shop has no escalation",
    dashboards: "no: it has no dashboard",
    canary: "unanswered",
    gates: "unanswered",
    replay: "unanswered",
    access: "unanswered",
  });
});

test("what the records show counts, with what shows it", () => {
  const known = ready(
    {
      objectives: [{ id: "orders", target: 0.99, window: { rolling: "28d" }, indicator: "Good orders" }],
      alerts: [{ name: "Slow" }, { name: "Queue", response: "ticket" }],
      component: { name: "Checkout" },
      dashboards: [
        { title: "Orders", url: "https://example.com/", owner: "shop", lastReviewed: "2026-03-20" },
      ],
    },
    {
      roster: {
        zone: "UTC",
        rotation: ["ada"],
        backups: ["bo"],
        starts: "2026-01-01T00:00:00Z",
        shiftLength: "7d",
      },
      escalation: [level("primary", "page", "2026-03-30"), level("backup", "phone", "2026-03-30")],
    },
    [
      buildEntry("runbook", "slow", {
        services: ["checkout"],
        alerts: ["Slow"],
        verified: { on: "2026-03-30", by: "ada", how: "dry-run" },
        automation: { guard: "One at a time" },
      }),
      buildEntry("template", "opened", {
        title: "First words",
        audience: "customer",
        occasion: "opened",
        approved: { by: "ada", on: "2026-01-01" },
      }),
    ],
  );
  expect(known).toMatchObject({
    indicators: "yes: orders says what is measured",
    objective: "yes: orders",
    runbooks: "yes: 1 of 1 verified in time",
    alerts: "yes: 1 of 1 have a runbook",
    roster: "yes: 2 people of shop, with backups",
    escalation: "yes: 2 of 2 levels tried in time",
    templates: "yes: opened",
    automation: "no: slow has no way back, no canary, no validation",
    dashboards: "yes: 1 reviewed in time",
  });
});

test("a claim that the records contradict stands beside them; what is not applicable, or cannot be seen, is as the file says", () => {
  const known = ready(
    {
      alerts: [{ name: "Slow" }],
      readiness: [
        { item: "alerts", state: "yes" },
        { item: "runbooks", state: "not-applicable", note: "Nothing can be done by hand" },
        { item: "canary", state: "yes", note: "Five percent for half an hour" },
        { item: "our-own", state: "no" },
      ],
    },
    { escalation: [level("primary", "page", "2026-03-30"), level("backup", "phone")] },
  );
  expect(known).toMatchObject({
    alerts: "no: no runbook answers Slow; its file says yes",
    runbooks: "not-applicable: Nothing can be done by hand",
    escalation: "no: 1 of 2 levels tried in time",
    canary: "yes: Five percent for half an hour",
    "our-own": "no",
  });
});

test("a journey's objective promises for its services, too", () => {
  const journeys = buildEntry("journeys", "journeys", {
    journeys: [
      {
        id: "buy",
        name: "Buy",
        services: ["checkout"],
        indicator: "Orders that go through",
        objectives: [{ id: "buy-28d", target: 0.99, window: { rolling: "28d" } }],
      },
    ],
  });
  expect(ready({}, {}, [journeys])).toMatchObject({
    objective: "yes: buy-28d",
    indicators: "yes: buy-28d says what is measured",
  });
});
