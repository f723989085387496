import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runTidemark } from "../support/run-tidemark.ts";

const scratch = mkdtempSync(join(tmpdir(), "tidemark-review-"));
const content = join(scratch, "content");
beforeAll(() => cpSync(resolve(import.meta.dirname, "../fixtures/minimal"), content, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true }));

const file = () => readFileSync(join(content, "reviews", "2026-03-30-week.mdx"), "utf8");

function decide(...words: string[]) {
  return runTidemark(["review", "decide", ...words, "--on", "2026-03-30", "--content", content]);
}

test("the first decision begins the review of the day, further ones stand behind it, and the check passes", async () => {
  expect((await decide("No release on Friday: never again", "--owner", "payments")).code).toBe(0);
  expect(file()).toMatch(/^---\ntitle: Review of the week\nperiod: week\non: 2026-03-30\ndecisions:\n/);
  const first = file();
  expect((await decide('Ada asks "why" of each')).code).toBe(0);
  const second = file();
  // Only the second decision is new.
  expect(second.replace(/\n {2}- .*Ada asks.*/, "")).toBe(first);
  expect(
    await runTidemark(["check", "--quiet", "--content", content, "--as-of", "2026-03-31T08:00:00Z"]),
  ).toMatchObject({
    code: 0,
  });
}, 60_000);

test("an owner whom nobody knows is refused, with the nearest one, and nothing is written", async () => {
  const before = file();
  expect(await decide("Another one", "--owner", "paymets")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`payments`"),
  });
  expect(file()).toBe(before);
}, 60_000);
