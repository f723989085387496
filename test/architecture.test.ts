import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkGitHubWrites } from "./architecture/check-github-writes.ts";
import { checkImports } from "./architecture/check-imports.ts";
import { checkJudgements } from "./architecture/check-judgements.ts";
import { checkPurity } from "./architecture/check-purity.ts";
import { checkShape, longFiles } from "./architecture/check-shape.ts";
import { readSources, sourceOf } from "./architecture/source.ts";

const root = resolve(import.meta.dirname, "..");

describe("the house stands as docs/architecture.md draws it", () => {
  const sources = readSources(root, ["src", "scripts", "test"]).filter(
    ({ path }) => !path.startsWith("test/fixtures/"),
  );

  test("everything imports only what its row of the table allows", () => {
    expect(sources.flatMap(checkImports)).toEqual([]);
  });

  test("core knows no clock, no chance, and neither the zone nor the language of the machine", () => {
    expect(sources.flatMap(checkPurity)).toEqual([]);
  });

  test("one file writes to GitHub, and one talks to it", () => {
    expect(sources.flatMap(checkGitHubWrites)).toEqual([]);
  });

  test("nobody but the test of relevance knows which runbook answers which alert", () => {
    expect(sources.flatMap(checkJudgements)).toEqual([]);
  });

  test("files are named for one idea, short, and export by name", () => {
    expect(sources.flatMap((source) => checkShape(source))).toEqual([]);
  });

  test("no exception to the length outlives its file", () => {
    const paths = sources.map(({ path }) => path);
    expect(Object.keys(longFiles).filter((path) => !paths.includes(path))).toEqual([]);
  });
});

describe("the checker sees what is planted", () => {
  test.each([
    ["src/core/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/core/a.ts", 'import type { Stats } from "node:fs";'],
    ["src/core/a.ts", 'type Loaded = import("../loader/b.ts").Loaded;'],
    ["src/core/a.ts", 'export { b } from "../site/b.ts";'],
    ["src/core/a.ts", 'const b = await import("../adapters/github/b.ts");'],
    ["src/core/a.ts", 'const b = require("astro");'],
    ["src/core/a.ts", 'import { b } from "./b";'],
    ["src/core/a.ts", 'import grayMatter from "gray-matter";'],
    ["src/importers/a.ts", 'import { b } from "../loader/b.ts";'],
    ["src/importers/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/loader/a.ts", 'import { spawn } from "node:child_process";'],
    ["src/loader/a.ts", 'import { b } from "../importers/b.ts";'],
    ["src/adapters/github/a.ts", 'import { b } from "../search/b.ts";'],
    ["src/adapters/search/a.ts", 'import { Octokit } from "octokit";'],
    ["src/adapters/publish/a.ts", 'import { b } from "../../loader/b.ts";'],
    ["src/site/a.ts", 'import { b } from "../loader/b.ts";'],
    ["src/site/a.ts", 'import { readFileSync } from "node:fs";'],
    ["src/site/pages/a.astro", '---\nimport { b } from "../../loader/b.ts";\n---\n<p>{b}</p>'],
    ["src/site/pages/a.astro", '<p>\n</p>\n<script>\nimport b from "minisearch";\n</script>'],
    ["scripts/a.ts", 'import { Octokit } from "octokit";'],
    ["scripts/a.ts", 'import { b } from "../test/support/b.ts";'],
  ])("an import that the table refuses: %s: %s", (path, text) => {
    expect(checkImports(sourceOf(path, text))).toEqual([expect.stringContaining(`${path}:`)]);
  });

  test("a problem in a script of a page is reported at its own line", () => {
    const page = '---\nimport "astro";\n---\n<p>text</p>\n<script>\n  import "octokit";\n</script>\n';
    expect(checkImports(sourceOf("src/site/a.astro", page))).toEqual([
      "src/site/a.astro:6: src/site may not import octokit",
    ]);
  });

  test("imports that the table allows pass", () => {
    const allowed = [
      ["src/core/a/b.ts", 'import { z } from "zod";\nimport { c } from "../c.ts";'],
      ["src/loader/a.ts", 'import matter from "gray-matter";\nimport { b } from "../core/b.ts";'],
      ["src/adapters/browser/a.ts", 'import { chromium } from "playwright-core";\nimport "node:fs";'],
      ["src/site/facts.ts", 'import { readFileSync } from "node:fs";'],
      ["scripts/a.ts", 'import { b } from "../src/loader/b.ts";\nimport "node:fs";'],
    ] as const;
    expect(allowed.flatMap(([path, text]) => checkImports(sourceOf(path, text)))).toEqual([]);
  });

  test.each([
    "const a = Date.now();",
    "const a = new Date();",
    "const a = Date();",
    "const a = [1].map(Math.random);",
    "const a = new Intl.NumberFormat();",
    "const a = new Intl.DateTimeFormat(undefined, {});",
    "const a = (1).toLocaleString();",
    'const a = "a".localeCompare("b");',
    "const a = new Date(0).getHours();",
  ])("an impurity in core: %s", (text) => {
    expect(checkPurity(sourceOf("src/core/a.ts", `\n${text}`))).toEqual([
      expect.stringContaining("src/core/a.ts:2: "),
    ]);
    expect(checkPurity(sourceOf("scripts/a.ts", text))).toEqual([]);
  });

  test.each([
    'await client.write(shape, "POST /issues", {});',
    "const route = `DELETE /git/refs/{+ref}`;",
    'import { Octokit } from "octokit";',
  ])("a write to GitHub outside its file: %s", (text) => {
    expect(checkGitHubWrites(sourceOf("scripts/github/a.ts", text))).toEqual([
      expect.stringContaining("scripts/github/a.ts:1: "),
    ]);
    expect(checkGitHubWrites(sourceOf("test/a.ts", text))).toEqual([]);
  });

  test.each([
    'const a = corpusFolder("_qrels");',
    "const a = join(`/corpora/_qrels/a.jsonl`);",
    'import a from "../../corpora/kube-prometheus/rules.json";',
  ])("judgements that are read outside their test: %s", (text) => {
    expect(checkJudgements(sourceOf("src/core/search/a.ts", text))).toEqual([
      expect.stringContaining("src/core/search/a.ts:1: "),
    ]);
    expect(checkJudgements(sourceOf("test/site/search-relevance.test.ts", text))).toEqual([]);
  });

  test("what takes its instant and its locale as arguments is pure", () => {
    const text =
      'const a = new Date(0).getUTCHours() + new Intl.NumberFormat("en").format(1) + Math.max(1, 2);';
    expect(checkPurity(sourceOf("src/core/a.ts", text))).toEqual([]);
  });

  test.each([
    ["src/core/readContent.ts", "export const a = 1;", "kebab-case"],
    ["src/core/read_content.ts", "export const a = 1;", "kebab-case"],
    ["src/core/utils/a.ts", "export const a = 1;", "named utils"],
    ["src/lib/a.ts", "export const a = 1;", "named lib"],
    ["src/core/a.ts", "export default function a() {}", "default export"],
    ["src/core/a.ts", "const a = 1;\nexport default a;", "default export"],
    ["src/core/a.ts", "const a = 1;\nexport { a as default };", "default export"],
    ["src/core/a.ts", 'export * from "./b.ts";\nexport const c = 1;', "export *"],
    ["src/core/index.ts", 'export { b } from "./b.ts";\nexport { c } from "./c.ts";', "barrel"],
  ])("a shape that the house refuses: %s: %s", (path, text, problem) => {
    expect(checkShape(sourceOf(path, text), {})).toEqual([expect.stringContaining(problem)]);
  });

  test("shapes that the house allows pass", () => {
    const allowed = [
      ["src/site/pages/incidents/[id].astro", "<p>a</p>"],
      ["src/site/pages/[...path].astro", "<p>a</p>"],
      ["src/site/components/ActionItem.astro", "<p>a</p>"],
      ["src/core/rules/index.ts", 'import { a } from "./a.ts";\nexport const rules = [a];'],
      ["src/core/a.ts", "// line\n".repeat(200)],
      ["test/a.test.ts", "// line\n".repeat(300)],
    ] as const;
    expect(allowed.flatMap(([path, text]) => checkShape(sourceOf(path, text), {}))).toEqual([]);
  });

  test("a long file passes only while it is named", () => {
    const source = sourceOf("src/core/a.ts", "// line\n".repeat(201));
    expect(checkShape(source, {})).toEqual([expect.stringContaining("201 lines")]);
    expect(checkShape(source, { "src/core/a.ts": "one table" })).toEqual([]);
  });
});
