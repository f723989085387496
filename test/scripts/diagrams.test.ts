import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { diagramPath } from "../../src/core/markdown/diagram/diagram-path.ts";
import { svgProblem } from "../../src/loader/svg-problem.ts";
import { makeContentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runTidemark } from "../support/run-tidemark.ts";

const SOURCE =
  'flowchart LR\n  accTitle: What the checkout needs\n  checkout -->|asks| payments["payments (cards)"]';
const RUNBOOK = "runbooks/checkout-pool-exhausted.mdx";
const withDiagram = (source: string) => `${minimalFile(RUNBOOK)}\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
const folder = makeContentFolder({
  [RUNBOOK]: withDiagram(SOURCE),
  "diagrams/0123456789abcdef0123456789abcdef.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
});
const tidemark = (...words: string[]) => runTidemark(["--content", folder.content, ...words]);
const drawings = () => readdirSync(join(folder.content, "diagrams"));
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

describe("tidemark diagrams", () => {
  test("says what it would do and does nothing, when asked to", async () => {
    const run = await tidemark("diagrams", "--dry-run");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(`Would draw ${diagramPath(SOURCE)} for content/${RUNBOOK}:14`);
    expect(drawings()).toEqual(["0123456789abcdef0123456789abcdef.svg"]);
  }, 120_000);

  test("draws what is missing, the same bytes each time, and removes what no diagram needs", async () => {
    expect(await tidemark("diagrams")).toMatchObject({ code: 0, stderr: "" });
    const file = join(folder.content, diagramPath(SOURCE));
    expect(drawings()).toEqual([diagramPath(SOURCE).replace("diagrams/", "")]);
    const first = readFileSync(file);
    const text = first.toString();
    expect(svgProblem(first)).toBeUndefined();
    expect(text).toContain("@media (prefers-color-scheme:dark)");
    expect(text).toContain("<title");
    expect(text).not.toMatch(/foreignObject|<a[\s>]|data-/);
    if (process.env.TIDEMARK_TESTS === "all") {
      rmSync(file);
      expect(await tidemark("diagrams")).toMatchObject({ code: 0 });
      expect(readFileSync(file)).toEqual(first);
    }
    expect((await tidemark("diagrams")).stdout).toBe("1 diagrams: 0 drawn, 1 drawn before, 0 removed.\n");
  }, 300_000);

  test("writes nothing where mermaid cannot read a line, which the check names as well", async () => {
    writeFiles(folder.content, {
      [RUNBOOK]: withDiagram(`%% a comment\n\n${SOURCE}\n  checkout --> orders (new)`),
    });
    const before = drawings();
    const run = await tidemark("diagrams");
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain('Unexpected "checkout --> orders (new)" in a diagram');
    expect(drawings()).toEqual(before);
    const { code, stdout } = await tidemark("check", "--format", "json");
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; line: number }[] };
    expect(diagnostics.map((each) => [each.code, each.line])).toEqual([
      ["diagram-missing", 14],
      ["diagram-syntax", 20],
    ]);
  }, 180_000);
});
