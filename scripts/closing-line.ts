/** The part of vitest's JSON report that is counted. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** `N passed, N failed, N skipped`, counted from vitest's report; a file that did not load is one failure. */
export function closingLine(report: unknown): string {
  if (!isReport(report)) return "The tests left no results to count.";
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === "failed"
      ? [{ status: "failed" }]
      : file.assertionResults,
  );
  const passed = tests.filter((test) => test.status === "passed").length;
  const failed = tests.filter((test) => test.status === "failed").length;
  return `${passed} passed, ${failed} failed, ${tests.length - passed - failed} skipped`;
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === "object" && value !== null && "testResults" in value && Array.isArray(value.testResults)
  );
}
