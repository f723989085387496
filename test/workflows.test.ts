import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly "timeout-minutes"?: number; readonly steps: Step[] }
    >
  >;
}

const folder = resolve(import.meta.dirname, "../.github/workflows");

describe("workflows keep to the least they need", () => {
  for (const name of readdirSync(folder)) {
    test(`${name} is as SECURITY.md promises`, () => {
      expect(problemsOf(readFileSync(join(folder, name), "utf8"))).toEqual([]);
    });
  }

  test("every planted weakness is seen", () => {
    const weak = `
on: { pull_request_target: {} }
jobs:
  a:
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.event.issue.title }}"
`;
    expect(problemsOf(weak)).toEqual([
      "permissions are not {} on top",
      "it runs on pull_request_target",
      "a: no permissions of its own",
      "a: no timeout-minutes",
      "a: actions/checkout@v4 is not pinned by a full commit",
      "a: checkout keeps credentials",
      "a: an expression inside run",
    ]);
  });
});

function problemsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const dangerous = ["pull_request_target", "workflow_run"].filter((event) => event in workflow.on);
  return [
    ...(JSON.stringify(workflow.permissions) === "{}" ? [] : ["permissions are not {} on top"]),
    ...dangerous.map((event) => `it runs on ${event}`),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) =>
      [
        ...(job.permissions === undefined ? ["no permissions of its own"] : []),
        ...(job["timeout-minutes"] === undefined ? ["no timeout-minutes"] : []),
        ...job.steps.flatMap(problemsOfStep),
      ].map((problem) => `${id}: ${problem}`),
    ),
  ];
}

function problemsOfStep({ uses, run, with: given }: Step): string[] {
  const keeps = uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== false;
  return [
    ...(uses && !/@[0-9a-f]{40}$/.test(uses) ? [`${uses} is not pinned by a full commit`] : []),
    ...(keeps ? ["checkout keeps credentials"] : []),
    ...(run?.includes("${{") ? ["an expression inside run"] : []),
  ];
}
