import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../../src/core/time.ts";
import { executiveView } from "../../../src/core/views/dashboards/executive-view.ts";
import { onCallDashboard } from "../../../src/core/views/dashboards/on-call-view.ts";
import { objectivePages, objectivesView } from "../../../src/core/views/objectives/objectives-view.ts";
import { serviceNumbers } from "../../../src/core/views/services/service-numbers.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const NOW = epochOf("2026-03-10T12:00:00Z");

const orders = buildEntry("service", "orders", { title: "Orders" });
const checkout = buildEntry("service", "checkout", {
  title: "Checkout",
  dependsOn: ["orders"],
  objectives: [{ id: "up", name: "It answers", target: 0.999, window: { rolling: "28d" } }],
  dashboards: [
    { title: "Steps", url: "https://dashboards.example.com/d/1?service={service}&from={from}&to={to}" },
  ],
  alerts: [{ name: "CheckoutSlow" }],
});

/** Hurts both services for an hour: 40 min 19 s is the budget of 28 days, so checkout's is overspent. */
const both = buildIncident({
  services: ["checkout", "orders"],
  layers: ["service"],
  factors: ["gap-in-monitoring"],
  cost: { revenue: { low: 100, high: 200, currency: "EUR", method: "a guess" } },
  impact: [
    { service: "checkout", level: "major_outage", from: "2026-03-02T10:00:00Z", to: "2026-03-02T11:00:00Z" },
  ],
});

const open = buildIncident(
  {
    title: "Baskets are empty",
    milestones: { started: "2026-03-10T11:00:00Z", detected: "2026-03-10T11:10:00Z" },
  },
  "2026-03-10-empty-baskets",
);

const TEAMS = {
  teams: [
    {
      id: "payments",
      name: "Payments",
      members: ["ada", "grace"],
      roster: {
        zone: "UTC",
        rotation: ["ada", "grace"],
        starts: "2026-03-02T08:00:00Z",
        shiftLength: "7d",
      },
    },
  ],
};

function contextOf(entries: readonly Entry[], audience = "internal") {
  const knowledgeBase = buildKnowledgeBase(entries, { teams: TEAMS });
  return viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, NOW), NOW);
}

const context = contextOf([orders, checkout, both, open]);

test("an overspent budget says by how much, which incident spent what, and the same under each weighting", () => {
  const [objective] = serviceNumbers(contextOf([orders, checkout, both]), checkout).objectives;
  expect(objective!.row).toMatchObject({
    target: "99.9 %",
    window: "over 28 days",
    availability: "99.851 %",
    spent: "1 h",
    budget: "40 min",
    bar: { left: 0, words: "overspent by 20 min", state: { id: "outage" } },
  });
  expect(objective!.row.exhaustion).toBe("Spent since 2 March 2026.");
  expect(objective!.spentBy).toMatchObject([{ incident: { id: both.id }, time: "1 h", share: "149 %" }]);
  expect(objective!.weightings.map(({ name, chosen }) => [name, chosen])).toEqual([
    ["outages", false],
    ["weighted", true],
    ["any-impact", false],
  ]);
});

test("the executive dashboard holds promises, the gravest open incidents, their cost, and trends in words", () => {
  const view = executiveView(context);
  expect(view.objectives).toEqual({ kept: 0, all: 1 });
  expect(view.open.map(({ title, impact }) => [title, impact])).toEqual([
    ["Baskets are empty", "Checkout 1 h so far"],
  ]);
  expect(view.costly.map(({ revenue }) => revenue)).toEqual(["100 to 200 EUR"]);
  expect(view.statements.every(({ trend }) => trend.arrow === undefined)).toBe(true);
  expect(view.statements[0]!.trend.sentence).toContain("so no trend can be told");
});

test("the on-call dashboard names who is on call and who is next, and what answers each alert", () => {
  const [team] = onCallDashboard(context).teams;
  expect(team!.now).toMatchObject([
    { person: { title: "@grace" }, level: "primary", to: { iso: "2026-03-16T08:00:00Z" } },
  ]);
  expect(team!.next).toMatchObject({ person: { title: "@ada" }, from: { iso: "2026-03-16T08:00:00Z" } });
  expect(team!.alerts).toMatchObject([{ alert: { title: "CheckoutSlow" }, runbooks: [] }]);
  expect(team!.services.map(({ title, budget }) => [title, budget?.state.word])).toEqual([
    ["Checkout", "Spent, releases frozen"],
    ["Orders", undefined],
  ]);
});

test("a service's page counts factors by layer, incidents shared with neighbours, and opens dashboards at an incident's time", () => {
  const numbers = serviceNumbers(context, checkout);
  expect(numbers.factors).toMatchObject({
    layers: [{ id: "service" }],
    rows: [{ factor: { id: "gap-in-monitoring" }, counts: ["1"], total: "1" }],
  });
  expect(numbers.map!.dependencies).toMatchObject([{ service: { id: "orders" }, incidents: 1, shared: 1 }]);
  expect(numbers.dashboardsAt.map(({ dashboards }) => dashboards[0]!.url)).toEqual([
    "https://dashboards.example.com/d/1?service=checkout&from=2026-03-10T10%3A30%3A00Z&to=now",
    "https://dashboards.example.com/d/1?service=checkout&from=2026-03-02T09%3A30%3A00Z&to=2026-03-02T11%3A30%3A00Z",
  ]);
});

test("a knowledge base without incidents or objectives has dashboards that say so and no number that is none", () => {
  const empty = contextOf([]);
  const text = JSON.stringify([executiveView(empty), onCallDashboard(empty), objectivesView(empty)]);
  expect(text).not.toMatch(/NaN|Infinity|null/);
});

test("outsiders have no page of objectives", () => {
  expect([...objectivePages(contextOf([orders, checkout, both], "public"))]).toEqual([]);
});
