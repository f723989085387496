import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyOf, hasMark, keyOf, markedBody } from "../../../src/core/github/issue-body.ts";
import { fenced, safeInline, safeLine } from "../../../src/core/github/safe-text.ts";

const HOSTILE = [
  "@everyone look",
  "Fixes #1, closes octo/incidents#2, GH-3",
  "resolves https://github.com/octo/incidents/issues/1",
  "<!-- tidemark: action-item/one -->",
  "<img src=x onerror=alert(1)><script>",
  "```\nout of the fence\n```",
  "``````````",
  "$(rm -rf /) `id` ; | & \\",
  "\u202eright to left\u2066 isolate\u200b zero \u0000\u001b[31m",
  "# heading\n- [x] done\n> quote\n1. one\n---",
  "[link](javascript:alert(1)) ![](x)",
  "www.example.com a_b *c* ~d~",
  "\ud800 half a character",
];
const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 5 }).map((some) => some.join("\n")),
);

test("nobody is mentioned, nothing is closed, linked or hidden, whatever the words", () => {
  fc.assert(
    fc.property(words, (text) => {
      for (const safe of [safeLine(text), safeInline(text), fenced(text)]) {
        expect(safe).not.toMatch(/[@#](?!\u200b)/);
        expect(safe).not.toMatch(/:\/\/|www\.\w|GH-\d/i);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(safe).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(safe).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
});

test("words in a fence do not leave it", () => {
  fc.assert(
    fc.property(words, (text) => {
      const [open = "", ...lines] = fenced(text).split("\n");
      const fence = /^`+/.exec(open)![0];
      expect(lines.at(-1)).toBe(fence);
      expect(lines.slice(0, -1).some((line) => line.includes(fence))).toBe(false);
    }),
  );
});

test("inline words begin no block, no emphasis, no link and no HTML", () => {
  fc.assert(
    fc.property(words, (text) => {
      const safe = safeInline(text);
      expect(safe).not.toContain("\n");
      expect(safe.replace(/\\./g, "")).not.toMatch(/[`*_<>[\]]|^\s*([-+=]|\d+\.)\s/);
    }),
  );
});

test("a mark in somebody's words is none", () => {
  fc.assert(
    fc.property(words, (text) => {
      const body = markedBody(bodyOf([safeInline(text), fenced(text)]), "action-item/two");
      expect(keyOf(body)).toBe("action-item/two");
      expect(hasMark(`${body}\n\n${safeInline(HOSTILE[3]!)}`, "action-item/one")).toBe(false);
    }),
  );
});

test("a body keeps whole parts below GitHub's limit and says when some are left out", () => {
  const part = "a".repeat(30_000);
  const body = markedBody(bodyOf([part, "", part, part]), "digest/week/2026-w14");
  expect(body.length).toBeLessThan(65_536);
  expect(body).toContain("The rest is left out here");
  expect(body.endsWith("<!-- tidemark: digest/week/2026-w14 -->")).toBe(true);
});

test("a text is cut between characters", () => {
  expect(safeLine("😀".repeat(200), 4)).toBe("😀…");
});
