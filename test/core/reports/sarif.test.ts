import { describe, expect, test } from "vitest";
import { reportSarif } from "../../../src/core/reports/sarif.ts";
import { diagnostics, hostile, incident } from "./four-problems.ts";

describe("the SARIF report", () => {
  const sarif = JSON.parse(reportSarif(diagnostics, { site: "https://tidemark.example.org/base/" }));
  const run = sarif.runs[0];

  test("is version 2.1.0, with the rules that occur and their help", () => {
    expect(sarif.version).toBe("2.1.0");
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      "file-encoding",
      "milestone-order",
      "unknown-service",
      "unverified",
    ]);
    expect(run.tool.driver.rules[1]).toMatchObject({
      name: "MilestoneOrder",
      helpUri: "https://tidemark.example.org/base/errors/milestone-order/",
      defaultConfiguration: { level: "error" },
    });
    expect(run.tool.driver.rules[1].help.markdown).toContain("````yaml\nmilestones:");
  });

  test("names rule, level, region and related places of each result", () => {
    expect(run.results[2]).toEqual({
      ruleId: "milestone-order",
      ruleIndex: 1,
      level: "warning",
      message: { text: "Unexpected `resolved`, before `started`" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: incident, uriBaseId: "%SRCROOT%" },
            region: { startLine: 12, startColumn: 3 },
          },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          physicalLocation: {
            artifactLocation: { uri: incident, uriBaseId: "%SRCROOT%" },
            region: { startLine: 9, startColumn: 3 },
          },
          message: { text: "`started` stands here" },
        },
      ],
    });
  });

  test("has no region where the place is unknown, and escapes paths", () => {
    expect(run.results[3].locations[0].physicalLocation).not.toHaveProperty("region");
    const odd = JSON.parse(reportSarif([hostile]));
    expect(odd.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      "content/a%2Cb%3Ac%0A%3A%3Awarning%3A%3Ad.mdx",
    );
  });
});
