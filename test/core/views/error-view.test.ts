import { expect, test } from "vitest";
import { CODES } from "../../../src/core/rules/codes/index.ts";
import { errorView } from "../../../src/core/views/error-view.ts";

test("what stands between backticks is code, and nothing in it is markup", () => {
  const code = {
    code: "invented",
    severity: "error",
    title: "An invented problem",
    explanation: "A literal `<` is written `\\<`.\n\nWrite a & b.",
    wrong: "a: <",
    right: "a: b",
    language: "yaml",
  } as const;
  expect(errorView(code).paragraphsHtml).toEqual([
    "A literal <code>&lt;</code> is written <code>\\&lt;</code>.",
    "Write a &amp; b.",
  ]);
});

test("every code has an example of it and one without it, which differ, and closes what it opens", () => {
  for (const code of CODES) {
    expect(code.wrong.trim(), code.code).not.toBe("");
    expect(code.right.trim(), code.code).not.toBe("");
    expect(code.right, code.code).not.toBe(code.wrong);
    expect(code.explanation.split("`").length % 2, code.code).toBe(1);
  }
});
