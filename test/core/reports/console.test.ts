import { describe, expect, test } from "vitest";
import { reportConsole } from "../../../src/core/reports/console.ts";
import { diagnostics, hostile, options } from "./four-problems.ts";

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
