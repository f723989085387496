import { expect, test } from "vitest";
import { keptWords, shareWords } from "../../../src/core/words/share-words.ts";

test("a target is said with all its digits", () => {
  expect([0.99, 0.995, 0.9995, 0.99995, 1].map(shareWords)).toEqual([
    "99 %",
    "99.5 %",
    "99.95 %",
    "99.995 %",
    "100 %",
  ]);
});

test("what was kept is rounded down, so that a miss of a target is never shown as kept", () => {
  // 99.98996 % misses 99.99 %, 99.999996 % is not 100 %.
  expect([0.9998996, 0.99999996, 0.99926, 0.999, 0.5, 0, 1].map(keptWords)).toEqual([
    "99.989 %",
    "99.9999 %",
    "99.926 %",
    "99.9 %",
    "50 %",
    "0 %",
    "100 %",
  ]);
});
