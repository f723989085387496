import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyLimits, dataLimits } from "../../../src/core/parse/limits.ts";
import { readYaml } from "../../../src/core/parse/read-yaml.ts";

const prose = fc
  .array(
    fc.constantFrom(
      "words",
      "it's",
      "[a](b)",
      "(see 1)",
      "\\{x}",
      "\\<y",
      "a < b",
      "`{`",
      "**bold**",
      "100 %",
      "[x",
      "y)",
      '"quoted"',
      "1.",
      "-",
      "|",
    ),
    { maxLength: 12 },
  )
  .map((list) => list.join(" "));
const lines = fc.array(
  fc.oneof(prose, fc.constantFrom("", "## Heading", "- item", "> quote", "```", "| a | b |", "| - | - |")),
  { maxLength: 40 },
);

test("what people write in bodies and in fields is within the limits", () => {
  fc.assert(
    fc.property(lines, (list) => {
      expect(bodyLimits("f", list.join("\n"), 1)).toBeUndefined();
      expect(
        dataLimits("f", `text: |\n${list.map((line) => `  ${line}`).join("\n")}\nnext: value`, 1),
      ).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

test("five thousand short documents of one log are within the limits", () => {
  const shifts = Array.from(
    { length: 2_000 },
    (_, at) => `  - { at: 2026-03-14T10:00:00Z, service: checkout, note: "half open [0, ${at})" }`,
  );
  expect(readYaml("f", `pages:\n${shifts.join("\n")}\n`, 1).findings).toEqual([]);
});

test("a mapping has four hundred keys and not one more, however it is written", () => {
  const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}: 1`);
  for (const write of [
    (list: string[]) => list.join("\n"),
    (list: string[]) => `a: {${list.join(", ")}}`,
    (list: string[]) => `a:\n  - ${list.join("\n    ")}`,
    (list: string[]) =>
      `text: |\n  [\na: { b: it's,\n${list
        .slice(1)
        .map((key) => `  ${key}`)
        .join(",\n")} }`,
  ]) {
    expect(readYaml("f", write(keys(400)), 1).findings).toEqual([]);
    expect(readYaml("f", write(keys(401)), 1).findings).toMatchObject([{ code: "too-many-keys" }]);
  }
});

test("a file nests sixteen levels and not one more, however it is written", () => {
  for (const write of [
    (depth: number) => `a: ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}`,
    (depth: number) => Array.from({ length: depth }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
  ]) {
    expect(readYaml("f", write(15), 1).findings).toEqual([]);
    expect(readYaml("f", write(17), 1).findings).toMatchObject([{ code: "nesting-too-deep" }]);
  }
});
