import { expect, test } from "vitest";
import { countdownWords } from "../../../src/core/words/countdown-words.ts";
import { rangeWords } from "../../../src/core/words/range-words.ts";

const MINUTE = 60_000;

test("a countdown says how long is left, and from a minute after the promise that it is late", () => {
  expect(countdownWords(58 * MINUTE, 0)).toEqual({ words: "in 58 min", late: false });
  expect(countdownWords(20_000, 0)).toEqual({ words: "in under 1 min", late: false });
  expect(countdownWords(0, 30_000)).toEqual({ words: "now", late: false });
  expect(countdownWords(0, MINUTE)).toEqual({ words: "late by 1 min", late: true });
  expect(countdownWords(0, 65 * MINUTE)).toEqual({ words: "late by 1 h 5 min", late: true });
});

test("a range has its thousands apart, and one number where both ends are the same", () => {
  expect(rangeWords({ low: 11_500, high: 1_380_000 })).toBe("11,500 to 1,380,000");
  expect(rangeWords({ low: 940, high: 940 })).toBe("940");
  expect(rangeWords({ low: 0.5, high: 1234.5 })).toBe("0.5 to 1,234.5");
});
