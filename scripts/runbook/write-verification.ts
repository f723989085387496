import { recordVerification, type Verification } from "../../src/core/editor/record-verification.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { editEntry } from "../../src/loader/edit-entry.ts";

/** Writes a verification into the file of a runbook; what stood against it, in one sentence, where it could not be. */
export function writeVerification(
  contentDir: string,
  root: string,
  runbook: Entry<"runbook">,
  verification: Verification,
): string | undefined {
  const path = runbook.file.slice(root.length + 1);
  const editing = editEntry(contentDir, path, recordVerification(runbook.data, verification));
  if (editing.written) return undefined;
  switch (editing.because) {
    case "refused":
      return `${path}: ${editing.findings.map(({ message }) => message).join("; ")}.`;
    case "invalid":
      return `${path}: ${editing.diagnostics.map(({ message }) => message).join("; ")}.`;
    case "absent":
      return `${path} is not a file that can be edited.`;
    case "changed":
    case "exists":
      return `${path} was changed by somebody else meanwhile; nothing was written to it. Please try again.`;
  }
}
