import type { Diagnostic, Severity } from "../diagnostic.ts";

/** What a report says about the run besides its problems. */
export interface Summary {
  /** How many files were read. */
  readonly files: number;
  readonly milliseconds: number;
}

/** How many problems of each weight there are. */
export function countProblems(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
