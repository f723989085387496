import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askForWishes } from "../../scripts/init/ask-for-wishes.ts";
import { runBuild, runCheck, runTidemark } from "../support/run-tidemark.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-init-"));
const HOME = `someone/tidemark@${"a1".repeat(20)}`;
let number = 0;

afterAll(() => rmSync(scratch, { recursive: true }));

describe("a repository that `init --yes` wrote", () => {
  const root = join(scratch, "written");
  const folder = { root, content: join(root, "content") } as Parameters<typeof runCheck>[0];

  beforeAll(async () => {
    const run = await runTidemark(["init", root, "--yes", "--tidemark", HOME]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  test("holds content, workflows and settings, and no code", () => {
    const endings = filesBelow(root).map((path) => path.replace(/^.*[./]/, ""));
    expect([...new Set(endings)].sort()).toEqual(
      [
        "CODEOWNERS",
        "code-snippets",
        "gitattributes",
        "gitignore",
        "json",
        "md",
        "mdx",
        "yaml",
        "yml",
      ].sort(),
    );
  });

  test("passes the check; all that is left to do is to follow its runbook once", async () => {
    const { code, diagnostics } = await runCheck(folder);
    expect({ code, codes: diagnostics.map(({ code }) => code) }).toEqual({
      code: 0,
      codes: ["runbook-unverified"],
    });
  });

  test.each(["internal", "public"])(
    "builds for the audience %s",
    async (audience) => {
      const { code, stderr, out } = await runBuild(folder, audience);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(readFileSync(join(out, "status", "index.html"), "utf8")).toContain("Website");
    },
    180_000,
  );

  test("runs the very commit of Tidemark that it was told, and asks for rights job by job", () => {
    for (const name of readdirSync(join(root, ".github/workflows"))) {
      const text = readFileSync(join(root, ".github/workflows", name), "utf8");
      expect(text).toContain("\npermissions: {}\n");
      for (const [, uses] of text.matchAll(/uses: (\S+)/g))
        expect(uses).toMatch(/^someone\/tidemark\/\.github\/workflows\/[a-z]+\.yml@(?:a1){20}$/);
    }
  });

  test("has the form by which incidents are declared, with its own services and severities", async () => {
    const form = readFileSync(join(root, ".github/ISSUE_TEMPLATE/incident.yml"), "utf8");
    expect(form).toContain("- website");
    expect((await runTidemark(["--content", folder.content, "github", "form", "--check"])).code).toBe(0);
  });

  test("is not written over by a second one", async () => {
    const before = filesBelow(root);
    const run = await runTidemark(["init", root, "--yes", "--tidemark", HOME]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("is not empty");
    expect(filesBelow(root)).toEqual(before);
  });
});

test("what git and npm leave in a folder does not make it full", async () => {
  const root = fresh();
  mkdirSync(join(root, ".git"));
  writeFileSync(join(root, "package.json"), "{}");
  expect((await runTidemark(["init", root, "--yes", "--tidemark", HOME])).code).toBe(0);
});

test("what is said goes into the files as it is, however it is spelt", async () => {
  const root = fresh();
  const words = [
    "--name",
    '"A": {b} # *c* <d>',
    "--service",
    "Kasse & Zahlung: 1",
    "--team",
    "Ünits",
    "--github",
    "octo-cat",
  ];
  expect((await runTidemark(["init", root, "--yes", "--tidemark", HOME, ...words])).code).toBe(0);
  const { code } = await runCheck({ root, content: join(root, "content") } as Parameters<typeof runCheck>[0]);
  expect(code).toBe(0);
  expect(existsSync(join(root, "content/services/kasse-zahlung-1.mdx"))).toBe(true);
  expect(readFileSync(join(root, ".github/CODEOWNERS"), "utf8")).toContain("/.github/ @octo-cat");
});

test.each([
  ["an address that is none", ["--url", "knowledge"]],
  ["a handle with a space", ["--handle", "Jo Doe"]],
  ["a name of two lines", ["--name", "a\nb"]],
  ["a login that GitHub would not give", ["--github", "a b"]],
  ["a version instead of a commit", ["--tidemark", "someone/tidemark@v1"]],
  ["a zone that is none", ["--zone", "Atlantis/Town"]],
])("%s is refused, and nothing is written", async (_what, words) => {
  const root = fresh();
  const run = await runTidemark(["init", root, "--yes", "--tidemark", HOME, ...words]);
  expect(run.code).toBe(2);
  expect(run.stderr).not.toBe("");
  expect(readdirSync(root)).toEqual([]);
});

test("without a terminal and without --yes nothing is guessed", async () => {
  const root = fresh();
  const run = await runTidemark(["init", root, "--tidemark", HOME]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain("--yes");
  expect(readdirSync(root)).toEqual([]);
});

test("a person is asked for what was not said, and an empty answer takes the default", async () => {
  const asked: string[] = [];
  const wishes = await askForWishes({ name: "Said" }, async (question) => {
    asked.push(question);
    return question.startsWith("What is the first team") ? " Money " : "";
  });
  expect(wishes).toEqual({ name: "Said", team: "Money" });
  expect(asked).toHaveLength(6);
});

function fresh(): string {
  const root = join(scratch, String(++number));
  mkdirSync(root);
  return root;
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (item) => item.isFile() && !item.parentPath.includes(".cache") && !item.parentPath.includes("/out"),
    )
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .sort();
}
