import { describe, expect, test } from "vitest";
import { buildIncident } from "../../../support/builders/build-entry.ts";
import { at, viewOf } from "./view-of.ts";

describe("lanes of impact", () => {
  test("stand on the scale of the milestones, worst service first, with the time of each level", () => {
    // 10:00 to 11:00 is the scale: a minute is 16.67 of 1000.
    const { lanes, bar } = viewOf(
      buildIncident({
        services: ["checkout", "payments"],
        impact: [
          { service: "payments", level: "degraded_performance", from: at("10:30"), to: at("11:00") },
          {
            service: "checkout",
            level: "partial_outage",
            from: at("10:00"),
            to: at("10:15"),
            fraction: 0.31,
          },
          { service: "checkout", level: "major_outage", from: at("10:15"), to: at("10:45") },
        ],
      }),
    );
    expect(bar?.marks.map(({ name, position }) => [name, position])).toEqual([
      ["started", 0],
      ["detected", 83],
      ["resolved", 1000],
    ]);
    expect(lanes.map(({ service, total }) => [service.title, total])).toEqual([
      ["Checkout", "45 min"],
      ["Payments", undefined],
    ]);
    expect(lanes[0]?.levels.map(({ state, span }) => `${state.shape} ${state.word} ${span}`)).toEqual([
      "■ Major outage 30 min",
      "▣ Partial outage 15 min",
    ]);
    expect(lanes[0]?.segments.map(({ from, width, title }) => [from, width, title])).toEqual([
      [0, 250, "Partial outage, 10:00 UTC to 10:15 UTC, 15 min, 31 % of requests failed"],
      [250, 500, "Major outage, 10:15 UTC to 10:45 UTC, 30 min"],
    ]);
  });

  test("say of a service without intervals that it is counted with the incident at no known level", () => {
    const [lane] = viewOf(buildIncident()).lanes;
    expect(lane?.levels).toEqual([
      { state: { id: "unknown", word: "Affected, level not noted", shape: "○" }, span: "1 h" },
    ]);
    expect(viewOf(buildIncident({ nearMiss: true })).lanes).toEqual([]);
  });
});
