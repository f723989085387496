import { describe, expect, test } from "vitest";
import { incidentDate } from "../../../src/core/rules/incident-date.ts";
import { buildIncident } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";

describe("the day in the file name", () => {
  const found = (id: string, timeZone: string) =>
    find(
      incidentDate,
      [
        buildIncident(
          { milestones: { started: "2026-03-02T23:30:00Z", detected: "2026-03-04T10:00:00Z" } },
          id,
        ),
      ],
      { site: { timeZone } },
    );

  test("may be a day away from the start or the detection, in the site's zone", () => {
    for (const day of ["01", "02", "03", "04", "05"]) expect(found(`2026-03-${day}-a`, "UTC")).toEqual([]);
    expect(found("2026-03-01-a", "Asia/Tokyo")).toEqual([
      "incident-date-far incidents/2026-03-01-a.mdx milestones.started",
    ]);
    expect(found("2026-03-06-a", "UTC")).toHaveLength(1);
  });

  test.each(["2026-3-2-a", "20260302-a", "2026-02-29", "2026-13-01-a", "a-2026-03-02", "2026-03-02a"])(
    "must be one: %s",
    (id) => {
      expect(found(id, "UTC")).toEqual([`incident-date incidents/${id}.mdx`]);
    },
  );
});
