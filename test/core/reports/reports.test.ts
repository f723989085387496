import { describe, expect, test } from "vitest";
import { compareDiagnostics, type Diagnostic } from "../../../src/core/diagnostic.ts";
import { reportConsole } from "../../../src/core/reports/console.ts";
import { reportGithub } from "../../../src/core/reports/github.ts";
import { reportJson } from "../../../src/core/reports/json.ts";
import { reportSarif } from "../../../src/core/reports/sarif.ts";

const incident = "content/incidents/2026-03-14-checkout-timeouts.mdx";

const diagnostics: readonly Diagnostic[] = [
  {
    code: "file-encoding",
    severity: "error",
    message: "Unexpected bytes that are not UTF-8",
    file: "content/teams.yaml",
    related: [],
  },
  {
    code: "unknown-service",
    severity: "error",
    message: "Unexpected service `chekcout`, expected the id of a file in services/",
    help: "Did you mean `checkout`?",
    file: incident,
    line: 5,
    column: 12,
    related: [],
  },
  {
    code: "milestone-order",
    severity: "warning",
    message: "Unexpected `resolved`, before `started`",
    file: incident,
    line: 12,
    column: 3,
    related: [{ file: incident, line: 9, column: 3, message: "`started` stands here" }],
  },
  {
    code: "unverified",
    severity: "note",
    message: "Resolved, but unverified",
    file: incident,
    line: 12,
    related: [],
  },
];

/** Words that try to write into the reader's terminal, log or page. */
const hostile: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "Unexpected field `a\u001b[2J\r\n::error::b\u202e`, 100 %0A",
  file: "content/a,b:c\n::warning::d.mdx",
  line: 1,
  column: 1,
  related: [],
};

const options = { files: 40, milliseconds: 120.4, color: false, quiet: false };

describe("the console report", () => {
  test("groups by file and closes with one line of counts", () => {
    expect(reportConsole(diagnostics, options)).toBe(`content/incidents/2026-03-14-checkout-timeouts.mdx
  5:12      error   Unexpected service \`chekcout\`, expected the id of a file in services/  unknown-service
                    Did you mean \`checkout\`?
  12        note    Resolved, but unverified  unverified
  12:3      warning Unexpected \`resolved\`, before \`started\`  milestone-order
                    content/incidents/2026-03-14-checkout-timeouts.mdx:9:3: \`started\` stands here

content/teams.yaml
  file      error   Unexpected bytes that are not UTF-8  file-encoding

2 errors, 1 warning and 1 note in 40 files, 120 ms
`);
  });

  test("says that there is nothing, and nothing when it should be quiet", () => {
    expect(reportConsole([], { ...options, files: 1 })).toBe("No problems in 1 file, 120 ms\n");
    expect(reportConsole([], { ...options, quiet: true })).toBe("");
    expect(reportConsole(diagnostics, { ...options, quiet: true })).not.toMatch(/note|40 files/);
  });

  test("colours words only when asked", () => {
    expect(reportConsole(diagnostics, options)).not.toContain("\u001b");
    const coloured = reportConsole(diagnostics, { ...options, color: true });
    expect(coloured).toContain("\u001b[31merror  \u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are taken away again
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(reportConsole(diagnostics, options));
  });

  test("spells out control and text-direction characters of contributed words", () => {
    const report = reportConsole([hostile], options);
    expect(report).toContain("`a<U+001B>[2J<U+000D><U+000A>::error::b<U+202E>`");
    expect(report.split("\n")).toHaveLength(5);
  });
});

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

test("every report keeps one order, whatever order it is given", () => {
  const reversed = [...diagnostics].reverse();
  expect(reportConsole(reversed, options)).toBe(reportConsole(diagnostics, options));
  expect(reportJson(reversed, options)).toBe(reportJson(diagnostics, options));
  expect(reportGithub(reversed)).toBe(reportGithub(diagnostics));
  expect(reportSarif(reversed)).toBe(reportSarif(diagnostics));
});
