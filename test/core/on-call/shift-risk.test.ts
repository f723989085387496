import { describe, expect, test } from "vitest";
import { shiftRisk } from "../../../src/core/on-call/shift-risk.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { known, log, now, page } from "./march-log.ts";

describe("the risk of a shift", () => {
  const next = { from: epochOf("2026-04-06T07:00:00Z"), to: epochOf("2026-04-13T07:00:00Z") };
  const team = known().teams.teams[0]!;

  test("is low where nothing speaks against it, with pages in proportion to the last 90 days", () => {
    const risk = shiftRisk(known(), team, next, true, now);
    expect(risk).toMatchObject({ level: "low", reasons: [] });
    expect(risk.expectedPages).toBeCloseTo((3 * 7) / 90, 10);
  });

  test("counts its reasons: disturbed nights, what is open, little budget, planned work, nobody behind", () => {
    const nights = Array.from({ length: 13 }, (_, day) => page(`2026-03-${10 + day}T01:00:00Z`));
    const incident = buildEntry("incident", "2026-03-20-open", {
      severity: { initial: "SEV3", peak: "SEV3" },
      milestones: { started: "2026-03-20T10:00:00Z", detected: "2026-03-20T10:05:00Z" },
      impact: [{ service: "checkout", level: "major_outage", from: "2026-03-20T10:00:00Z" }],
    });
    const service = buildEntry("service", "checkout", {
      objectives: [{ id: "availability", target: 0.999, window: { rolling: "28d" } }],
    });
    const work = buildEntry("maintenance", "2026-04-07-database", {
      title: "Database moves",
      visibility: "internal",
      services: [{ service: "checkout", expected: "none" }],
      schedule: { from: "2026-04-07T01:00:00Z", to: "2026-04-07T02:00:00Z" },
    });
    const risk = shiftRisk(known({ pages: nights }, [incident, service, work]), team, next, false, now);
    expect(risk.reasons).toEqual([
      { kind: "night", expected: (13 * 7) / 90 },
      { kind: "open-incidents", incidents: ["2026-03-20-open"] },
      { kind: "little-budget", services: ["checkout"] },
      { kind: "maintenance", ids: ["2026-04-07-database"] },
      { kind: "no-backup" },
    ]);
    expect(risk.level).toBe("high");
    expect(shiftRisk(known(log, [work]), team, next, true, now).level).toBe("moderate");
  });
});
