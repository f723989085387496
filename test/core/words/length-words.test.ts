import { expect, test } from "vitest";
import { lengthWords } from "../../../src/core/words/length-words.ts";

test.each([
  ["90s", "90 s"],
  ["25min", "25 min"],
  ["48h", "48 h"],
  ["1d", "1 day"],
  ["28d", "28 days"],
  ["10bd", "10 business days"],
])("%s is written as %s", (length, words) => {
  expect(lengthWords(length)).toBe(words);
});
