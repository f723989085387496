import { expect, test } from "vitest";
import { figureByName, twelveMonths } from "../../../../src/core/reliability/measures/figure.ts";
import { metricRows } from "../../../../src/core/reports/metrics/metric-rows.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { figureWords } from "../../../../src/core/words/figure-words.ts";
import { buildEntry, buildIncident } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

const NOW = epochOf("2026-03-02T12:00:00Z");

const checkout = buildEntry("service", "checkout", {
  objectives: [{ id: "up", target: 0.99, window: { rolling: "28d" }, weighting: "any-impact" }],
});

/** Half an hour of trouble that ended half an hour ago. */
const incident = buildIncident({
  milestones: {
    started: "2026-03-02T11:00:00Z",
    detected: "2026-03-02T11:05:00Z",
    resolved: "2026-03-02T11:30:00Z",
  },
});

function burn(name: string, entries = [checkout, incident] as Parameters<typeof buildKnowledgeBase>[0]) {
  const figure = figureByName(buildKnowledgeBase(entries), name, twelveMonths(NOW, "UTC"), NOW);
  if ("unknown" in figure) throw new Error(`Unexpected figure ${name}`);
  return figure;
}

test("half an hour in one hour burns a budget of one in a hundred at fifty times its rate: worked out by hand", () => {
  const rows = Object.fromEntries(metricRows(burn("M5")).map(({ statistic, value }) => [statistic, value]));
  // 0.5 h ÷ 1 h ÷ 0.01 = 50; over six hours 0.5 ÷ 6 ÷ 0.01; over three days 0.5 ÷ 72 ÷ 0.01; the last half hour was quiet.
  expect(rows["checkout/up over 1h"]).toBeCloseTo(50, 9);
  expect(rows["checkout/up over 6h"]).toBeCloseTo(25 / 3, 9);
  expect(rows["checkout/up over 3d"]).toBeCloseTo(50 / 72, 9);
  expect(rows["checkout/up over 30min"]).toBe(0);
});

test("it names the present rate, and the incident that it comes from", () => {
  const figure = burn("burn-rate/service=checkout");
  expect(figureWords(figure.value)).toBe("at most 0.69 × over 3 days (checkout/up)");
  expect(figure.inputs).toMatchObject([
    { id: incident.id, value: "1800 s of checkout/up", fields: [["impact"]] },
  ]);
});

test("where nothing is promised there is no rate, and it says why", () => {
  expect(burn("M5", [incident]).value).toEqual({
    kind: "none",
    why: "No service and no journey has an objective.",
  });
  expect(burn("M5/severity=SEV1").value).toEqual({
    kind: "none",
    why: "No incident with severity SEV1 in this period.",
  });
});

test("a slice by severity is the part of the rate that its incidents bring", () => {
  const minor = buildIncident(
    {
      severity: { initial: "SEV1", peak: "SEV1" },
      milestones: {
        started: "2026-03-02T11:30:00Z",
        detected: "2026-03-02T11:30:00Z",
        resolved: "2026-03-02T11:36:00Z",
      },
    },
    "2026-03-02-minor",
  );
  const figure = burn("M5/severity=SEV1", [checkout, incident, minor]);
  const rows = Object.fromEntries(metricRows(figure).map(({ statistic, value }) => [statistic, value]));
  // Six minutes of one hour at 1 in 100; with the half hour of the other it is sixty times.
  expect(rows["checkout/up over 1h"]).toBeCloseTo(10, 9);
  expect(figure.inputs.map(({ id }) => id)).toEqual(["2026-03-02-minor"]);
});
