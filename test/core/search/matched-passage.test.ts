import { expect, test } from "vitest";
import { matchedPassage } from "../../../src/core/search/matched-passage.ts";

const filler = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");

test("the passage with most of the question is shown, with its words marked and the heading above it", () => {
  const content = `Title ${filler(9)} Diagnosis ${filler(40)} drain the "pool", please ${filler(40)}`;
  const { pieces, heading } = matchedPassage(content, [[3, 51], [53]], 1, [
    { id: "diagnosis", text: "Diagnosis", position: 10 },
    { id: "later", text: "Later", position: 80 },
  ]);
  expect(heading?.id).toBe("diagnosis");
  expect(pieces.filter(({ matched }) => matched).map(({ text }) => text)).toEqual(["drain", "pool"]);
  expect(pieces.map(({ text }) => text).join("")).toContain(`drain the "pool", please w0`);
});

test("what the title says is not said twice when the text has it too", () => {
  const { pieces } = matchedPassage(
    "Pool dry The pool ran dry",
    [
      [0, 3],
      [1, 5],
    ],
    2,
    [],
  );
  expect(pieces.map(({ text }) => text).join("")).toBe("The pool ran dry");
});

test("a page whose title alone matches shows how its text begins", () => {
  const { pieces, heading } = matchedPassage("Pool dry Nothing more", [[0]], 2, []);
  expect(pieces).toEqual([{ text: "Nothing more", matched: false }]);
  expect(heading).toBeUndefined();
});

test("a page without any text shows nothing", () => {
  expect(matchedPassage("Pool", [[0]], 1, []).pieces).toEqual([]);
});
