import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { countProblems } from "./count-problems.ts";

/** Problems for programs: the same content gives the same bytes; every key is there, null where there is nothing to say. */
export function reportJson(
  diagnostics: readonly Diagnostic[],
  { files }: { readonly files: number },
): string {
  const { error, warning, note } = countProblems(diagnostics);
  const report = {
    diagnostics: [...diagnostics].sort(compareDiagnostics).map(inOrder),
    summary: { files, errors: error, warnings: warning, notes: note },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** The keys in one order, whoever made the value. */
function inOrder({ code, severity, message, file, line, column, related, help }: Diagnostic) {
  return {
    code,
    severity,
    message,
    file,
    line: line ?? null,
    column: column ?? null,
    related: related.map((other) => ({
      file: other.file,
      line: other.line ?? null,
      column: other.column ?? null,
      message: other.message,
    })),
    help: help ?? null,
  };
}
