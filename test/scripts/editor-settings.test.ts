import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { reportGithub } from "../../src/core/reports/github.ts";
import { KINDS } from "../../src/core/schemas/kinds.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (name: string) => JSON.parse(readFileSync(resolve(root, ".vscode", name), "utf8"));

test("every kind of YAML file has its schema in the editor's settings", () => {
  const settings = read("settings.json")["yaml.schemas"] as Record<string, string>;
  expect(Object.keys(settings).filter((schema) => !existsSync(resolve(root, schema)))).toEqual([]);
  const kinds = Object.values(KINDS).map(({ at }) => at);
  const yaml = kinds.filter((at) => at.endsWith(".yaml")).map((at) => `content/${at}`);
  expect(Object.values(settings).sort()).toEqual(yaml.sort());
});

test("the editor's task finds every problem that the check writes, with its place", () => {
  const [task] = read("tasks.json").tasks;
  const { pattern } = task.problemMatcher;
  const said = reportGithub([
    {
      code: "unknown-visibility",
      severity: "error",
      message: "Unexpected visibility `publick`: expected one, or another",
      help: "Did you mean `public`?",
      file: "content/incidents/2026-03-14-checkout-timeouts.mdx",
      line: 3,
      column: 13,
      related: [],
    },
  ]);
  const [, severity, file, line, column, message] = new RegExp(pattern.regexp).exec(said.trim())!;
  expect({ severity, file, line, column }).toEqual({
    severity: "error",
    file: "content/incidents/2026-03-14-checkout-timeouts.mdx",
    line: "3",
    column: "13",
  });
  expect(message).toContain("publick");
});
