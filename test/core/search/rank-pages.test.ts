import { expect, test } from "vitest";
import { rankPages, type WordPlaces } from "../../../src/core/search/rank-pages.ts";

test("a page that answers more of the question stands before one that repeats a part of it", () => {
  const words = [places({ both: [9], one: [3, 4, 5, 6, 7, 8] }), places({ both: [12] })];
  expect(rank(words)).toEqual(["both", "one"]);
});

test("a rare word counts for more than a common one", () => {
  const common = places(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`page${index}`, [9]])));
  expect(rank([common, places({ rare: [9] })])[0]).toBe("rare");
});

test("a page that is named by the question stands before one that only mentions it, however often", () => {
  const words = [places({ named: [0], mentions: [7, 8, 9, 10, 11, 12, 13] })];
  expect(rank(words, { named: 1, mentions: 4 })).toEqual(["named", "mentions"]);
});

test("of two titles that hold the question the shorter one is meant", () => {
  const words = [places({ long: [0], short: [0] })];
  expect(rank(words, { long: 6, short: 1 })).toEqual(["short", "long"]);
});

test("a page of which nothing is known but its text is ranked by that, equals by name", () => {
  expect(rank([places({ b: [1], a: [1], c: [1, 2] })])).toEqual(["c", "a", "b"]);
  expect(rank([places({})])).toEqual([]);
});

function places(pages: Readonly<Record<string, readonly number[]>>): WordPlaces {
  return new Map(Object.entries(pages));
}

function rank(words: readonly WordPlaces[], lengths: Readonly<Record<string, number>> = {}): string[] {
  return rankPages(words, { pages: 100, titleLength: (page) => lengths[page] });
}
