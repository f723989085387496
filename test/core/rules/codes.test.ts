import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { CODES, codeOf, severityOf } from "../../../src/core/rules/codes/index.ts";

const root = resolve(import.meta.dirname, "../../..");
const names = CODES.map(({ code }) => code);

describe("the code table", () => {
  test("names each code once, in kebab-case", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });

  test("holds every code that the source uses, and no other", () => {
    const files = globSync("src/{core,loader}/**/*.ts", { cwd: root }).filter(
      (path) => !path.includes("rules/codes"),
    );
    const text = files.map((path) => readFileSync(resolve(root, path), "utf8")).join("\n");
    const used = new Set([...text.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g)].map(([, word]) => word!));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
    const given = [...text.matchAll(/\bcode: "([a-z-]+)"|(?<!\.)(?:problem|refuse)\(\s*"([a-z-]+)"/g)]
      .map(([, a, b]) => a ?? b!)
      .filter((code) => code !== "custom");
    expect(given.filter((code) => !names.includes(code))).toEqual([]);
  });

  test("gives the severity of a code, and refuses one that nobody wrote", () => {
    expect(severityOf("milestone-order")).toBe("error");
    expect(() => codeOf("no-such-code")).toThrow("no-such-code");
  });
});

describe("each code", () => {
  const prose = ({ title, explanation }: (typeof CODES)[number]) =>
    `${title} ${explanation}`.replace(/`[^`]*`/g, "");
  const failing = (holds: (code: (typeof CODES)[number]) => boolean) =>
    CODES.filter((code) => !holds(code)).map(({ code }) => code);

  test("has a title of one line without a full stop", () => {
    expect(failing(({ title }) => /^[A-Z][^\n]{8,75}[^.]$/.test(title))).toEqual([]);
  });

  test("has an explanation of whole sentences", () => {
    expect(failing(({ explanation }) => /^[A-Z`][\s\S]{60,}\.$/.test(explanation))).toEqual([]);
  });

  test("is explained calmly", () => {
    expect(failing((code) => !/!|oops|simply|obviously|\bjust\b|\beasy\b/i.test(prose(code)))).toEqual([]);
  });

  test("has a right example that differs from the wrong one", () => {
    expect(failing(({ wrong, right }) => right !== "" && right !== wrong)).toEqual([]);
  });

  test("has a right example that can be read as what it is", () => {
    expect(
      failing(({ right, language }) => language !== "yaml" || parseDocument(right).errors.length === 0),
    ).toEqual([]);
  });
});
