import { describe, expect, test } from "vitest";
import { componentState } from "../../../src/core/status/component-state.ts";
import { placedWindows } from "../../../src/core/status/placed-windows.ts";
import { ROLL_UP, rollUp } from "../../../src/core/status/roll-up.ts";
import { statusId } from "../../../src/core/status/status-id.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";

const OPEN: Fields = {
  visibility: "public",
  milestones: { started: "2026-05-05T10:00:00Z", detected: "2026-05-05T10:05:00Z" },
};
const impact = (level: string, from: string, to?: string) => ({ service: "checkout", level, from, to });

function stateAt(now: string, incidents: readonly Fields[], work: Fields = {}): string {
  const maintenance = buildEntry("maintenance", "index-work", {
    title: "Index work",
    visibility: "public",
    services: [{ service: "checkout", expected: "degraded_performance" }],
    schedule: { from: "2026-05-05T22:00:00Z", to: "2026-05-06T00:00:00Z" },
    ...work,
  });
  const within = { from: epochOf("2026-05-01T00:00:00Z"), to: epochOf("2026-06-01T00:00:00Z") };
  return componentState(
    "checkout",
    incidents.map((fields, index) => buildIncident({ ...OPEN, ...fields }, `2026-05-05-${index}`)),
    placedWindows([maintenance], within, epochOf(now)),
    epochOf(now),
  );
}

describe("the state of a component", () => {
  test("is what an open incident does to it, the worst of several", () => {
    const degraded = { impact: [impact("degraded_performance", "2026-05-05T10:00:00Z")] };
    const out = { impact: [impact("major_outage", "2026-05-05T10:20:00Z")] };
    expect(stateAt("2026-05-05T10:10:00Z", [degraded])).toBe("degraded_performance");
    expect(stateAt("2026-05-05T10:30:00Z", [degraded, out])).toBe("major_outage");
  });

  test("is told by the newest statement: an impact that began or ended, or the word of an update", () => {
    const course = {
      impact: [impact("major_outage", "2026-05-05T10:00:00Z", "2026-05-05T11:00:00Z")],
      updates: [
        {
          at: "2026-05-05T10:30:00Z",
          status: "identified",
          text: "Half of it works.",
          components: [{ service: "checkout", level: "partial_outage" }],
        },
      ],
    };
    expect(stateAt("2026-05-05T10:29:59Z", [course])).toBe("major_outage");
    expect(stateAt("2026-05-05T10:30:00Z", [course])).toBe("partial_outage");
    expect(stateAt("2026-05-05T11:00:00Z", [course])).toBe("operational");
  });

  test("is partly out from the start until it is mitigated where nothing else is said", () => {
    const mitigated = { milestones: { ...(OPEN.milestones as object), mitigated: "2026-05-05T10:40:00Z" } };
    expect(stateAt("2026-05-05T10:39:00Z", [{}])).toBe("partial_outage");
    expect(stateAt("2026-05-05T10:41:00Z", [mitigated])).toBe("operational");
  });

  test("is fine again once the incident is over, and was never hurt by what was only close", () => {
    const over = { milestones: { ...(OPEN.milestones as object), resolved: "2026-05-05T10:40:00Z" } };
    expect(stateAt("2026-05-05T12:00:00Z", [over])).toBe("operational");
    expect(stateAt("2026-05-05T12:00:00Z", [{ nearMiss: true }])).toBe("operational");
  });

  test("changes by a window when it begins and ends, and not one second before", () => {
    expect(stateAt("2026-05-05T21:59:59Z", [])).toBe("operational");
    expect(stateAt("2026-05-05T22:00:00Z", [])).toBe("under_maintenance");
    expect(stateAt("2026-05-06T00:00:00Z", [])).toBe("operational");
  });

  test("follows the word of whoever works, beyond the planned end too, and ignores what nobody will feel", () => {
    const begun = { states: [{ state: "in_progress", at: "2026-05-05T22:10:00Z" }] };
    expect(stateAt("2026-05-06T01:00:00Z", [], begun)).toBe("under_maintenance");
    const early = { states: [{ state: "completed", at: "2026-05-05T23:00:00Z" }] };
    expect(stateAt("2026-05-05T23:30:00Z", [], early)).toBe("operational");
    const unfelt = { services: [{ service: "checkout", expected: "none" }] };
    expect(stateAt("2026-05-05T22:30:00Z", [], unfelt)).toBe("operational");
  });

  test("is the trouble and not the work where both are there", () => {
    const slow = { impact: [impact("degraded_performance", "2026-05-05T22:05:00Z")] };
    expect(stateAt("2026-05-05T22:30:00Z", [slow])).toBe("degraded_performance");
  });
});

describe("the roll-up", () => {
  test.each([
    [["operational", "operational"], [], "none", "All Systems Operational"],
    [["operational", "under_maintenance"], [], "maintenance", "Service Under Maintenance"],
    [["under_maintenance", "degraded_performance"], [], "minor", "Partially Degraded Service"],
    [["degraded_performance", "partial_outage"], ["monitoring"], "major", "Partial System Outage"],
    [["partial_outage", "major_outage"], [], "critical", "Major Service Outage"],
    [["operational"], ["investigating"], "minor", "Minor Service Outage"],
    [["under_maintenance"], ["identified"], "minor", "Minor Service Outage"],
    [["operational"], ["monitoring"], "none", "All Systems Operational"],
    [[], [], "none", "All Systems Operational"],
  ] as const)("makes of %j and incidents %j the indicator %s", (components, open, indicator, description) => {
    expect(rollUp(components, open)).toEqual({ indicator, description });
  });

  test("is one table, from the worst to the best", () => {
    expect(ROLL_UP.map(({ indicator }) => indicator)).toEqual([
      "critical",
      "major",
      "minor",
      "minor",
      "maintenance",
      "none",
    ]);
  });
});

describe("the id for other programs", () => {
  test("is twelve letters and digits, begins with a letter, and never reads as a date", () => {
    for (let index = 0; index < 500; index++) {
      const id = statusId("incident", { id: `2026-01-01-${index}`, aliases: [] });
      expect(id).toMatch(/^[a-z][a-z0-9]{11}$/);
    }
  });

  test("stays when a file is renamed and its old name is kept as an alias", () => {
    const before = statusId("component", { id: "shop", aliases: [] });
    expect(statusId("component", { id: "storefront", aliases: ["shop"] })).toBe(before);
    expect(statusId("component", { id: "web", aliases: ["shop", "storefront"] })).toBe(before);
    expect(statusId("incident", { id: "shop", aliases: [] })).not.toBe(before);
  });
});
