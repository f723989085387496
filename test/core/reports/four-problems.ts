import type { Diagnostic } from "../../../src/core/diagnostic.ts";

export const incident = "content/incidents/2026-03-14-checkout-timeouts.mdx";

/** Two errors, one of them without a place, a warning and a note. */
export const diagnostics: readonly Diagnostic[] = [
  {
    code: "file-encoding",
    severity: "error",
    message: "Unexpected bytes that are not UTF-8",
    file: "content/teams.yaml",
    related: [],
  },
  {
    code: "unknown-service",
    severity: "error",
    message: "Unexpected service `chekcout`, expected the id of a file in services/",
    help: "Did you mean `checkout`?",
    file: incident,
    line: 5,
    column: 12,
    related: [],
  },
  {
    code: "milestone-order",
    severity: "warning",
    message: "Unexpected `resolved`, before `started`",
    file: incident,
    line: 12,
    column: 3,
    related: [{ file: incident, line: 9, column: 3, message: "`started` stands here" }],
  },
  {
    code: "unverified",
    severity: "note",
    message: "Resolved, but unverified",
    file: incident,
    line: 12,
    related: [],
  },
];

/** Words that try to write into the reader's terminal, log or page. */
export const hostile: Diagnostic = {
  code: "unknown-field",
  severity: "error",
  message: "Unexpected field `a\u001b[2J\r\n::error::b\u202e`, 100 %0A",
  file: "content/a,b:c\n::warning::d.mdx",
  line: 1,
  column: 1,
  related: [],
};

export const options = { files: 40, milliseconds: 120.4, color: false, quiet: false };
