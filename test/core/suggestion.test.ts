import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, editDistance, nearest } from "../../src/core/suggestion.ts";

describe("the nearest known word", () => {
  test.each([
    ["visiblity", ["visibility", "services"], "visibility"],
    ["chekcout", ["payments", "checkout"], "checkout"],
    ["Checkout", ["checkout", "checkouts"], "checkout"],
    ["load change", ["load-change"], "load-change"],
    ["sev1", ["SEV1", "SEV2"], "SEV1"],
    ["public ", ["internal", "public"], "public"],
    ["SEV9", ["SEV1", "SEV2"], "SEV1"],
  ])("of %j among %j is %j", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test.each([
    ["apple", ["orange", "pear"]],
    ["", ["a"]],
    ["ab", ["cd"]],
    ["a".repeat(200), ["a".repeat(199)]],
  ])("of %j among %j is nothing", (word, known) => {
    expect(nearest(word, known)).toBeUndefined();
  });

  test("is asked as a question", () => {
    expect(didYouMean("visiblity", ["visibility"])).toBe("Did you mean `visibility`?");
    expect(didYouMean("zebra", ["visibility"])).toBeUndefined();
  });
});

describe("the edit distance", () => {
  const word = fc.string({ maxLength: 12 });

  test("of a word to itself is 0, and it is the same in both directions", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
      }),
    );
  });

  test("with a limit agrees with the one without, up to the limit", () => {
    fc.assert(
      fc.property(word, word, fc.nat(12), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b), limit + 1));
      }),
    );
  });

  test("is what the definition says, worked out without a table", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, fc.nat(8), (a, b, limit) => {
        expect(editDistance(a, b)).toBe(defined(a, b));
        expect(editDistance(a, b, limit)).toBe(Math.min(defined(a, b), limit + 1));
      }),
    );
  });

  test("counts a swap of neighbours once", () => {
    expect(editDistance("ab", "ba")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
  });
});

/** The definition: the cheapest last step, over all of them. */
function defined(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const change = defined(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const swap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    change,
    defined(a.slice(0, -1), b) + 1,
    defined(a, b.slice(0, -1)) + 1,
    swap ? defined(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}
