import { expect, test } from "vitest";
import { csvText } from "../../../src/core/tables/csv-text.ts";

test("cells that a spreadsheet would run are told apart from text, numbers stay numbers", () => {
  const cells = ["=HYPERLINK(", "+1", "-2+3", "@SUM", "\tx", "-0.5", "-3", "1e-7", "-1e5", "a=b", "-"];
  expect(csvText([cells])).toBe(`'=HYPERLINK(,'+1,'-2+3,'@SUM,"'\tx",-0.5,-3,1e-7,-1e5,a=b,'-\r\n`);
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(csvText([["a,b", 'say "no"', "two\nlines", ""], ["1"]])).toBe(
    '"a,b","say ""no""","two\nlines",\r\n1\r\n',
  );
});

test("a number stays a number, and a formula behind a line end does not run", () => {
  expect(csvText([[-0.5, 0, 12, '=HYPERLINK("http://x")', "\n=1", "plain"]])).toBe(
    `-0.5,0,12,"'=HYPERLINK(""http://x"")","'\n=1",plain\r\n`,
  );
});
