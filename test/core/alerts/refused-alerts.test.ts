import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAlerts } from "../../../src/core/alerts/read-alerts.ts";
import type { AlertSource } from "../../../src/core/alerts/signal.ts";
import { alertmanager, generic, NOW } from "./alert-examples.ts";

const problemsOf = (text: string) => {
  const reading = readAlerts(text, undefined, NOW);
  return reading.ok ? [] : reading.problems;
};

describe("what is no notification is told in a sentence", () => {
  test.each([
    ["[]", "Unexpected list, expected an object"],
    ["", "Unexpected empty payload, expected an object"],
    ["{}", "Unexpected empty object, expected an alert"],
    ["null", "Unexpected null, expected an object"],
    ["no JSON", "Unexpected text, expected JSON"],
    ['{"alerts":[]}', "`alerts`: holds no alert"],
    ['{"alerts":{}}', "`alerts`: is no list of alerts"],
    ['{"groupKey":"{}"}', "`alerts`: is no list of alerts"],
    ['{"alerts":[{"labels":{},"startsAt":"x"}]}', "`alerts.0.status`: is not `firing` or `resolved`"],
    ['{"event":{}}', "`event.event_type`: is missing, expected for example `incident.triggered`"],
    ['{"name":"A","status":"firing"}', "`startsAt`: is missing, expected when it began"],
    [
      '{"name":"A","status":"firing","startsAt":"2026-04-01T07:50:00Z","sevrity":"P1"}',
      '`payload`: Unrecognized key: "sevrity"',
    ],
    [
      '{"hello":1}',
      "Unexpected keys, expected those of Alertmanager (`alerts`), PagerDuty (`event`), Grafana (`alerts` and `orgId`) or `name` and `status`",
    ],
  ])("%s", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("five megabytes", () => {
    expect(problemsOf(JSON.stringify(generic({ summary: "x".repeat(5_000_000) })))[0]).toMatch(
      /^Unexpected payload of 5000\d+ characters, expected at most 1000000$/,
    );
  });

  test("an alert without a name, or that begins in the future, on no day or without an offset", () => {
    const unnamed = {
      ...alertmanager(),
      alerts: [{ status: "firing", labels: {}, startsAt: "2026-04-01T07:50:00Z" }],
    };
    expect(problemsOf(JSON.stringify(unnamed)).join()).toMatch(/^Alert `without a name`: `signature`/);
    expect(problemsOf(JSON.stringify(generic({ startsAt: "2026-04-02T07:50:00Z" })))).toEqual([
      "Unexpected begin of `PoolSaturated` at 2026-04-02T07:50:00Z, expected one that is not in the future",
    ]);
    for (const startsAt of ["2026-02-30T07:50:00Z", "2026-04-01T07:50:00", "yesterday"])
      expect(problemsOf(JSON.stringify(generic({ startsAt })))[0]).toMatch(
        /^Alert `PoolSaturated`: `startsAt`/,
      );
  });
});

test("no JSON at all makes a reader throw", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.constantFrom(undefined, "alertmanager", "grafana", "pagerduty", "generic"),
      (text, source) => {
        const reading = readAlerts(text, source as AlertSource | undefined, NOW);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
