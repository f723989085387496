import { expect, test } from "vitest";
import { csvCell } from "../../../src/core/reports/csv-cell.ts";

test.each([
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ["+1", "'+1"],
  ["-1+2", "'-1+2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["a, b", '"a, b"'],
  ["two\nlines", '"two\nlines"'],
  ["plain", "plain"],
])("the text %j becomes %j, which no spreadsheet runs", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test("a number stays a number", () => {
  expect([csvCell(-0.5), csvCell(0), csvCell(12)]).toEqual(["-0.5", "0", "12"]);
});
