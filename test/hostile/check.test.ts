import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { digestsOf, makeContentFolder } from "../support/content-folder.ts";
import { type Run, runBuild, runCheck } from "../support/run-tidemark.ts";
import { CANARY } from "./input.ts";
import { INPUTS } from "./inputs.ts";

// One folder holds every hostile file: the check must report all problems of all files in one run, and none may hide another.
const folder = makeContentFolder(Object.fromEntries(INPUTS.map(({ at, bytes }) => [at, bytes])));
let before: Record<string, string>;
let run: Run & { diagnostics: readonly Diagnostic[] };

beforeAll(async () => {
  before = digestsOf(folder.content);
  run = await runCheck(folder);
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

describe("a folder of hostile files", () => {
  test("is checked to its end: exit code 1, no signal, no stack, in seconds", () => {
    expect(run).toMatchObject({ code: 1, signal: null, stderr: "" });
    expect(run.milliseconds).toBeLessThan(60_000);
  });

  test.each(INPUTS.map((input) => [input.name, input] as const))("%s", (_, input) => {
    const said = run.diagnostics.filter(({ file }) => file === `content/${input.at}`);
    expect(said.map(asText)).toEqual(input.says.map((says) => expect.stringContaining(says)));
    expect(said.every(({ message }) => message.length < 500 && !/\n\s+at /.test(message))).toBe(true);
  });

  test("says nothing of the files that are fine", () => {
    const hostile = new Set(INPUTS.map(({ at }) => `content/${at}`));
    expect(run.diagnostics.filter(({ file }) => !hostile.has(file)).map(asText)).toEqual([]);
  });

  test("does not build, and nothing was written but the cache", async () => {
    const build = await runBuild(folder);
    expect(build).toMatchObject({ code: 1, signal: null, stdout: "" });
    expect(build.stderr).toMatch(/Nothing was built: the content has errors\.\n$/);
    expect(existsSync(join(folder.root, "out"))).toBe(false);
    expect(digestsOf(folder.content)).toEqual(before);
  });

  test("ran nothing", () => expect(existsSync(CANARY)).toBe(false));
});

function asText({ line, column, code, message }: Diagnostic): string {
  return `${line == null ? "-" : `${line}:${column}`} ${code} ${message}`;
}
