import { describe, expect, test } from "vitest";
import { figureByName, figures } from "../../../../src/core/reliability/measures/figure.ts";
import { buildEntry, buildIncident } from "../../../support/builders/build-entry.ts";
import { known, log, now, period } from "../../on-call/march-log.ts";

describe("measures of pages", () => {
  const figureValue = (id: string, team?: string) =>
    figures(known(), period, now, ["team"]).find((figure) => figure.id === (team ? `${id}/team=${team}` : id))
      ?.value;

  const sliced = (id: string, by: "severity" | "service", value: string) => {
    const incident = buildIncident(
      {
        severity: { initial: "SEV1", peak: "SEV1" },
        milestones: {
          started: "2026-03-06T21:00:00Z",
          detected: "2026-03-06T21:30:00Z",
          resolved: "2026-03-07T05:00:00Z",
        },
      },
      "2026-03-06-a",
    );
    const service = buildEntry("service", "checkout", { owner: "payments" });
    const figure = figureByName(known(log, [incident, service]), `${id}/${by}=${value}`, period, now);
    return "value" in figure ? figure.value : figure;
  };

  test("of a severity are those of its incidents, over all shifts", () => {
    // Of 36 hours on call three normal shifts; two pages of the one incident.
    expect(sliced("M7", "severity", "SEV1")).toEqual({
      kind: "rate",
      part: 2,
      whole: 3,
      parts: [{ name: "grouped by incident", value: 1 }],
    });
    expect(sliced("M7", "severity", "SEV3")).toMatchObject({ kind: "rate", part: 0, whole: 3 });
    expect(sliced("actionable-pages", "severity", "SEV1")).toMatchObject({ part: 2, whole: 2 });
    expect(sliced("actionable-pages", "severity", "SEV3")).toEqual({
      kind: "none",
      why: "No page of an incident with severity SEV3 is recorded in this period.",
    });
  });

  test("of a service are those that name it, over the shifts of its team", () => {
    expect(sliced("M7", "service", "checkout")).toMatchObject({ part: 0, whole: 3 });
    expect(sliced("actionable-pages", "service", "checkout")).toMatchObject({ part: 0, whole: 1 });
  });

  test("share the pages that somebody had to act on", () => {
    expect(figureValue("actionable-pages")).toMatchObject({ kind: "share", part: 3, whole: 4 });
  });

  test("count those at night or on a weekend once, and name both", () => {
    expect(figureValue("unsocial-pages")).toMatchObject({
      kind: "count",
      count: 3,
      parts: [
        { name: "at night", value: 2 },
        { name: "on weekends", value: 2 },
      ],
    });
  });
});
