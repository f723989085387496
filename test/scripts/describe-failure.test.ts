import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeFailure } from "../../scripts/describe-failure.ts";

test("trouble of the machine is 4 and names the place, however deep it is wrapped", () => {
  const full = Object.assign(new Error("write"), { code: "ENOSPC", path: "dist/a.html" });
  const wrapped = new Error("could not render", { cause: new Error("could not write", { cause: full }) });
  expect(describeFailure(wrapped)).toEqual({ code: 4, sentence: "The disk is full: dist/a.html." });
});

test.each([
  ["EACCES", "Permission denied: a."],
  ["EROFS", "This file system is read-only: a."],
])("%s is trouble of the machine", (code, sentence) => {
  expect(describeFailure(Object.assign(new Error(""), { code, path: "a" }))).toEqual({ code: 4, sentence });
});

test.each([
  [
    "Astro could not compile (exit 1): ENOSPC: no space left on device, write '/a/b.mjs'",
    "The disk is full: /a/b.mjs.",
  ],
  ["[vite] failed\n  errno: -28,\n  code: 'ENOSPC',", "The disk is full."],
  ["Build failed: No space left on device (os error 28)", "The disk is full."],
  ["EROFS: read-only file system, open '/a'", "This file system is read-only: /a."],
])("what a child process or a library says of the machine's trouble is understood: %s", (words, sentence) => {
  expect(describeFailure(new Error("could not compile", { cause: new Error(words) }))).toEqual({
    code: 4,
    sentence,
  });
});

test("everything else is a bug of ours, in one sentence", () => {
  for (const thrown of [new Error("Unexpected state\nat line 2"), "text", undefined, notThere()]) {
    const { code, sentence } = describeFailure(thrown);
    expect(code).toBe(3);
    expect(sentence).toMatch(/^This is a bug of ours[^\n]+$/);
  }
});

function notThere(): unknown {
  try {
    return readFileSync("nowhere/at/all");
  } catch (error) {
    return error;
  }
}
