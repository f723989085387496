import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/core/diagnostic.ts";
import { reportSarif } from "../../../src/core/reports/sarif.ts";
import { CODES } from "../../../src/core/rules/codes/index.ts";

// No package ships the schema of SARIF 2.1.0, so the parts of it that concern us stand here, by hand: of each object what
// it must have, what else it may have (it allows nothing more), and what its values are.
type Shape = { readonly [key: string]: (value: unknown, path: string) => void };

const text = (value: unknown, path: string) => expect(value, path).toEqual(expect.any(String));
const oneOf =
  (...words: string[]) =>
  (value: unknown, path: string) =>
    expect(words, path).toContain(value);
const atLeast = (least: number) => (value: unknown, path: string) => {
  expect(Number.isInteger(value), path).toBe(true);
  expect(value, path).toBeGreaterThanOrEqual(least);
};
const address = (value: unknown, path: string) => expect(URL.canParse(String(value)), path).toBe(true);
const reference = (value: unknown, path: string) =>
  expect(String(value), path).toMatch(/^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/);
const object =
  (required: Shape, optional: Shape = {}) =>
  (value: unknown, path: string) => {
    expect(value !== null && typeof value === "object" && !Array.isArray(value), path).toBe(true);
    const here = value as Record<string, unknown>;
    for (const key of Object.keys(required)) expect(here, path).toHaveProperty([key]);
    for (const [key, inner] of Object.entries(here)) {
      const judge = required[key] ?? optional[key];
      expect(judge, `${path}.${key}`).toBeDefined();
      judge!(inner, `${path}.${key}`);
    }
  };
const list = (item: (value: unknown, path: string) => void) => (value: unknown, path: string) => {
  expect(Array.isArray(value), path).toBe(true);
  const items = value as unknown[];
  expect(new Set(items.map((each) => JSON.stringify(each))).size, `${path} holds each once`).toBe(
    items.length,
  );
  for (const [index, each] of items.entries()) item(each, `${path}[${index}]`);
};

const message = object({ text });
const level = oneOf("none", "note", "warning", "error");
const physicalLocation = object(
  { artifactLocation: object({ uri: reference }, { uriBaseId: text }) },
  { region: object({ startLine: atLeast(1) }, { startColumn: atLeast(1) }) },
);
const location = object({ physicalLocation }, { id: atLeast(0), message });
const rule = object(
  { id: text },
  {
    name: text,
    shortDescription: message,
    fullDescription: message,
    help: object({ text }, { markdown: text }),
    helpUri: address,
    defaultConfiguration: object({ level }),
  },
);
const result = object(
  { message },
  {
    ruleId: text,
    ruleIndex: atLeast(0),
    level,
    locations: list(location),
    relatedLocations: list(location),
  },
);
const log = object(
  {
    version: oneOf("2.1.0"),
    runs: list(
      object(
        { tool: object({ driver: object({ name: text }, { rules: list(rule) }) }) },
        { columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"), results: list(result) },
      ),
    ),
  },
  { $schema: address },
);

/** One problem of each code, with and without a place, with and without a second one. */
const ALL: readonly Diagnostic[] = CODES.map(({ code, severity }, index) => ({
  code,
  severity,
  message: `Unexpected \u202e \`${code}\``,
  file: index % 3 === 0 ? "content/ä b#?.mdx" : `content/incidents/${code}.mdx`,
  ...(index % 2 === 0 ? { line: index + 1, ...(index % 4 === 0 ? { column: 3 } : {}) } : {}),
  ...(index % 5 === 0 ? { help: "Write it otherwise." } : {}),
  related:
    index % 3 === 0 ? [{ file: "content/site.yaml", line: 2, column: 1, message: "It stands here" }] : [],
}));

test("a SARIF log has the shape that version 2.1.0 of the format demands", () => {
  for (const [diagnostics, options] of [
    [ALL, { site: "https://learn.example.com/tidemark" }],
    [ALL, {}],
    [[], {}],
  ] as const) {
    const written = JSON.parse(reportSarif(diagnostics, options));
    log(written, "log");
    const [{ tool, results }] = written.runs;
    expect(results).toHaveLength(diagnostics.length);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  }
});
