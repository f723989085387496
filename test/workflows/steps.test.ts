import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCommandLine } from "../../scripts/command-line.ts";
import { type ContentFolder, contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { giveCompiledSite } from "../support/run-tidemark.ts";
import { readWorkflow, workflowsIn } from "./workflow.ts";

const root = resolve(import.meta.dirname, "../..");
const temp = mkdtempSync(join(tmpdir(), "tidemark-steps-"));
const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";

beforeAll(() => {
  // What the action `setup` puts on the path, but under this very runtime.
  mkdirSync(join(temp, "bin"));
  writeFileSync(
    join(temp, "bin/tidemark"),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, "scripts/tidemark.ts")}" "$@"\n`,
  );
  chmodSync(join(temp, "bin/tidemark"), 0o755);
});
afterAll(() => rmSync(temp, { recursive: true }));

describe("the steps of the workflows, run as a runner runs them", () => {
  test("setting up installs and puts a command on the path that starts this program", () => {
    const path = join(temp, "github-path");
    writeFileSync(path, "");
    const run = spawnSync("bash", [join(root, ".github/actions/setup/install.sh")], {
      encoding: "utf8",
      env: { ...process.env, RUNNER_TEMP: temp, GITHUB_PATH: path },
    });
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect({ status: run.status, said: run.stdout.trim() }).toEqual({ status: 0, said: version });
    const folder = readFileSync(path, "utf8").trim();
    expect(execFileSync(join(folder, "tidemark"), ["--version"], { encoding: "utf8" }).trim()).toBe(version);
  }, 300_000);

  test("a commit must be given whole", () => {
    for (const [commit, status] of [
      ["a1".repeat(20), 0],
      ["main", 1],
      ["v1.2.3", 1],
      [`${"a1".repeat(20)}; true`, 1],
    ] as const)
      expect(step("incident", "Refuse what is no commit", temp, { COMMIT: commit }).status, commit).toBe(
        status,
      );
  });

  test("the status is published with the whole site, and alone where an error elsewhere holds the site back", async () => {
    const folder = contentFolder();
    await giveCompiledSite(folder);
    const whole = step("incident", "Build what customers see", folder.root, {
      CONTENT: "content",
      PUBLISH: "site",
    });
    expect(whole.status).toBe(0);
    expect(built(whole.temp, "incidents/index.html")).toBe(true);
    writeFiles(folder.content, { "runbooks/broken.mdx": "---\ntitle: [\n---\n" });
    const alone = step("incident", "Build what customers see", folder.root, {
      CONTENT: "content",
      PUBLISH: "site",
    });
    expect(alone.status).toBe(0);
    expect(alone.stdout).toContain(
      "::warning::The whole site could not be built; only the status is published.",
    );
    expect(built(alone.temp, "status/index.html")).toBe(true);
    expect(built(alone.temp, "incidents/index.html")).toBe(false);
  }, 180_000);

  test("the summary compares a merge with the branch that it goes into, and problems become a file for code scanning", async () => {
    const folder = contentFolder();
    await giveCompiledSite(folder);
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder, "one");
    git(folder, "checkout", "--quiet", "-b", "change");
    writeFiles(folder.content, {
      [INCIDENT]: minimalFile(INCIDENT, "resolved: 2026-03-14T18:12:00Z", "resolved: 2026-03-14T18:13:00Z"),
    });
    commit(folder, "two");
    git(folder, "checkout", "--quiet", "main");
    writeFiles(folder.content, { "services/new.mdx": "---\ntitle: New\nowner: payments\n---\n\nNew.\n" });
    commit(folder, "three");
    git(folder, ...WHO, "merge", "--quiet", "--no-edit", "change");
    const summary = join(temp, "summary.md");
    writeFileSync(summary, "");
    const told = step("check", "Say in words what this changes", folder.root, {
      CONTENT: "content",
      GITHUB_STEP_SUMMARY: summary,
    });
    expect({ status: told.status, stderr: told.stderr }).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(summary, "utf8")).toContain("moves 1 min later");
    expect(readFileSync(summary, "utf8")).not.toContain("Service New");
    writeFiles(folder.content, { "runbooks/broken.mdx": "---\ntitle: [\n---\n" });
    const sarif = step("check", "Write the problems down for code scanning", folder.root, {
      CONTENT: "content",
    });
    expect(sarif.status).toBe(0);
    expect(JSON.parse(readFileSync(join(sarif.temp, "tidemark.sarif"), "utf8")).version).toBe("2.1.0");
  }, 180_000);
});

test("the check of pull requests knows no secret, and what it runs is not what was contributed", () => {
  const text = readFileSync(join(root, ".github/workflows/check.yml"), "utf8");
  expect(text).not.toMatch(/\bsecrets\b|github\.token/);
  const { jobs } = readWorkflow(text);
  expect(jobs.check!.permissions).toEqual({ contents: "read", "security-events": "write" });
  const local = jobs.check!.steps!.flatMap(({ uses }) => (uses?.startsWith("./") ? [uses] : []));
  expect(local).toEqual(["./tidemark/.github/actions/setup"]);
  for (const { run = "" } of jobs.check!.steps!)
    expect(run).not.toMatch(/\b(?:npm|npx|node|make|repository\/)\b/);
});

test("every command that a workflow runs is one of this program, with options that it has", () => {
  const runs = workflowsIn(join(root, ".github"))
    .flatMap(([, text]) => Object.values(readWorkflow(text).jobs))
    .flatMap(({ steps = [] }) => steps.flatMap(({ run = "" }) => run.split("\n")));
  const lines = runs.flatMap(
    (line) => /(?:^|\s|&& )tidemark (--content .*?)(?:; then| >| \|\||$)/.exec(line)?.[1] ?? [],
  );
  expect(lines.length).toBeGreaterThan(14);
  const silent = { write: () => {}, writeError: () => {} };
  for (const line of lines) {
    const said = line
      .replaceAll('"$period"', "week")
      .replace(/"\$\{words\[@\]\}"/, "")
      .replace(/"\$\(.*?\)"\)?"?/, "HEAD");
    const words = (said.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ""));
    expect(() => readCommandLine(words, "0", silent), line).not.toThrow();
  }
});

/** Runs the script of a named step in a folder, as the runner does: bash that stops at the first failure. */
function step(workflow: string, name: string, folder: string, variables: Record<string, string>) {
  const { jobs } = readWorkflow(readFileSync(join(root, `.github/workflows/${workflow}.yml`), "utf8"));
  const found = Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .find((each) => each.name === name)!;
  const own = mkdtempSync(join(temp, "run-"));
  const run = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", found.run!], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${join(temp, "bin")}${delimiter}${process.env.PATH}`,
      RUNNER_TEMP: own,
      ...variables,
    },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr, temp: own };
}

function built(folder: string, path: string): boolean {
  return existsSync(join(folder, "built", path));
}

const WHO = ["-c", "user.name=a", "-c", "user.email=a@example.org"];

function commit(folder: ContentFolder, message: string): void {
  git(folder, "add", "content");
  git(folder, ...WHO, "commit", "--quiet", `--message=${message}`);
}

function git({ root: folder }: ContentFolder, ...words: string[]): void {
  execFileSync("git", ["-C", folder, ...words], { stdio: "pipe" });
}
