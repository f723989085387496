import { asKnownAt } from "../src/core/audience/as-known-at.ts";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import type { SourceOf } from "../src/core/locate.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import type { Epoch } from "../src/core/time.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import type { CommandContext } from "./command.ts";
import { presentOf } from "./present-of.ts";

/** What was known at an instant, for commands that compute from it. */
export interface Knowledge {
  readonly knowledgeBase: KnowledgeBase;
  readonly now: Epoch;
  readonly sourceOf: SourceOf;
}

/**
 * Reads the content for a command that computes: as known at `--as-of`, site.yaml's `asOf`, or now. Files with errors
 * are reported and left out of every figure, so a figure is refused until they are mended: then `undefined`.
 */
export function readKnowledge(context: CommandContext<unknown>): Knowledge | undefined {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const errors = content.diagnostics.filter(({ severity }) => severity === "error");
  if (content.knowledgeBase === undefined || errors.length > 0) {
    context.writeError(report(errors, context, content.files));
    return undefined;
  }
  const now = presentOf(context, content.knowledgeBase.site);
  return { knowledgeBase: asKnownAt(content.knowledgeBase, now), now, sourceOf: content.sourceOf };
}

function report(errors: readonly Diagnostic[], context: CommandContext<unknown>, files: number): string {
  return reportConsole(errors, {
    files,
    milliseconds: 0,
    color: context.environment.color,
    quiet: true,
  });
}
