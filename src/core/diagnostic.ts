/** A position in an author's own file; line and column count from 1. */
export interface Place {
  /** Path relative to the parent of the content folder, with forward slashes. */
  readonly file: string;
  /** Line from 1; absent when the position is unknown. */
  readonly line?: number;
  /** Column from 1, in UTF-16 code units; absent when the position is unknown. */
  readonly column?: number;
}

/** A second place that the problem involves, with what stands there. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** How much a problem weighs: an error makes the check fail, a warning is counted, a note informs. */
export type Severity = "error" | "warning" | "note";

/** One problem in contributed content, as a value. */
export interface Diagnostic extends Place {
  /** Permanent kebab-case name; `/errors/CODE/` explains it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  /** What to do about it, when there is something to say. */
  readonly help?: string;
  readonly related: readonly RelatedPlace[];
}

/** The stable order of a report: by file, line, column, code, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
