import { expect, test } from "vitest";
import { grouped } from "../../src/core/grouped.ts";

test("items stand under each of their keys, in their own order, and one without a key stands under none", () => {
  const groups = grouped(["ab", "b", "", "ba"], (word) => new Set(word));
  expect([...groups]).toEqual([
    ["a", ["ab", "ba"]],
    ["b", ["ab", "b", "ba"]],
  ]);
});
