import { expect, test } from "vitest";
import { closingLine } from "../../scripts/closing-line.ts";

test("the closing line counts what the report holds, and a file that did not load is a failure", () => {
  const report = {
    testResults: [
      {
        status: "passed",
        assertionResults: [{ status: "passed" }, { status: "passed" }, { status: "skipped" }],
      },
      {
        status: "failed",
        assertionResults: [{ status: "failed" }, { status: "todo" }, { status: "pending" }],
      },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(closingLine(report)).toBe("2 passed, 2 failed, 3 skipped");
});

test("without a report there is nothing to count and none is made up", () => {
  expect(closingLine(undefined)).toBe("The tests left no results to count.");
});
