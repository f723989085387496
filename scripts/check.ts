// `tidemark check`: load → check → report → exit.
import { check, policyOf } from "../src/core/check.ts";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { reportGithub } from "../src/core/reports/github.ts";
import { reportJson } from "../src/core/reports/json.ts";
import { reportSarif } from "../src/core/reports/sarif.ts";
import { durationOf } from "../src/core/time.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import type { CheckFlags, CommandContext, ExitCode } from "./command.ts";
import { withUnreadableDiagrams } from "./diagrams/unreadable-diagrams.ts";
import { presentOf } from "./present-of.ts";

/** Every problem of every file of the content folder. */
export async function run(context: CommandContext<CheckFlags>): Promise<ExitCode> {
  const started = performance.now();
  const { flags } = context;
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const { knowledgeBase } = content;
  const now = presentOf(context, knowledgeBase?.site);
  const policy = knowledgeBase && {
    overdue: flags.overdue ?? policyOf(knowledgeBase).overdue,
    grace: flags.grace === undefined ? policyOf(knowledgeBase).grace : durationOf(flags.grace),
  };
  const found = check(knowledgeBase, content.diagnostics, content.sourceOf, now, policy);
  const diagnostics = await withUnreadableDiagrams(content, found);
  const summary = { files: content.files, milliseconds: performance.now() - started };
  context.write(report(flags.format, diagnostics, summary, context, knowledgeBase?.site.url));
  return exitCode(diagnostics, flags.maxWarnings);
}

/** 1 when the content has an error, or more warnings than are allowed. */
export function exitCode(diagnostics: readonly Diagnostic[], maxWarnings?: number): 0 | 1 {
  if (diagnostics.some(({ severity }) => severity === "error")) return 1;
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  return maxWarnings !== undefined && warnings > maxWarnings ? 1 : 0;
}

function report(
  format: CheckFlags["format"],
  diagnostics: readonly Diagnostic[],
  summary: { files: number; milliseconds: number },
  context: CommandContext<CheckFlags>,
  site: string | undefined,
): string {
  switch (format) {
    case "json":
      return reportJson(diagnostics, summary);
    case "github":
      return reportGithub(diagnostics);
    case "sarif":
      return reportSarif(diagnostics, site === undefined ? {} : { site });
    case "console":
      return reportConsole(diagnostics, {
        ...summary,
        color: context.environment.color,
        quiet: context.quiet,
      });
  }
}
