import { describe, expect, test } from "vitest";
import { compareDiagnostics, type Diagnostic } from "../../../src/core/diagnostic.ts";
import { reportConsole } from "../../../src/core/reports/console.ts";
import { reportGithub } from "../../../src/core/reports/github.ts";
import { reportJson } from "../../../src/core/reports/json.ts";
import { reportSarif } from "../../../src/core/reports/sarif.ts";
import { diagnostics, hostile, incident, options } from "./four-problems.ts";

describe("the JSON report", () => {
  test("is an object with the diagnostics in the stable order", () => {
    const report = JSON.parse(reportJson(diagnostics, { files: 40 })) as {
      diagnostics: Diagnostic[];
      summary: object;
    };
    expect(report.diagnostics).toEqual(
      [...diagnostics]
        .sort(compareDiagnostics)
        .map((diagnostic) => ({ line: null, column: null, help: null, ...diagnostic })),
    );
    expect(report.summary).toEqual({ files: 40, errors: 2, warnings: 1, notes: 1 });
    expect(Object.keys(report.diagnostics[0]!)).toEqual([
      "code",
      "severity",
      "message",
      "file",
      "line",
      "column",
      "related",
      "help",
    ]);
  });

  test("has every key where a place is unknown and there is nothing to say", () => {
    const report = JSON.parse(reportJson(diagnostics, { files: 40 })) as { diagnostics: Diagnostic[] };
    expect(report.diagnostics.at(-1)).toMatchObject({ line: null, column: null, related: [], help: null });
  });
});

describe("the GitHub report", () => {
  test("is one workflow command for each problem", () => {
    expect(reportGithub(diagnostics).trimEnd().split("\n")).toEqual([
      `::error file=${incident},line=5,col=12,title=A service that does not exist (unknown-service)::Unexpected service \`chekcout\`, expected the id of a file in services/%0ADid you mean \`checkout\`?`,
      `::notice file=${incident},line=12,title=Resolved without a look at the objective (unverified)::Resolved, but unverified`,
      `::warning file=${incident},line=12,col=3,title=Milestones in an order that cannot have happened (milestone-order)::Unexpected \`resolved\`, before \`started\`%0A${incident}:9:3: \`started\` stands here`,
      "::error file=content/teams.yaml,title=The file is not plain UTF-8 text (file-encoding)::Unexpected bytes that are not UTF-8",
    ]);
  });

  test("lets no contributed word begin a command or a property of its own", () => {
    const report = reportGithub([hostile]);
    expect(report.trimEnd().split("\n")).toHaveLength(1);
    expect(report).toContain("file=content/a%2Cb%3Ac<U+000A>%3A%3Awarning%3A%3Ad.mdx,line=1,col=1,title=");
    expect(report).toContain("100 %250A");
  });
});

test("every report keeps one order, whatever order it is given", () => {
  const reversed = [...diagnostics].reverse();
  expect(reportConsole(reversed, options)).toBe(reportConsole(diagnostics, options));
  expect(reportJson(reversed, options)).toBe(reportJson(diagnostics, options));
  expect(reportGithub(reversed)).toBe(reportGithub(diagnostics));
  expect(reportSarif(reversed)).toBe(reportSarif(diagnostics));
});
