import { type LogFileReport, logReportJson, logReportText } from "../../src/importers/logs/log-report.ts";
import { extendLogs, type LogAddition } from "../../src/loader/extend-logs.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { refuse } from "../refuse.ts";

/** How an import into logs reports, and whether it writes. */
interface LogFlags {
  readonly format: "console" | "json";
  readonly dryRun: boolean;
}

/** Writes what foreign files add into the logs, or in a dry run only says what it would, and reports what became of each file. */
export function writeLogs(
  context: CommandContext<LogFlags>,
  additions: readonly LogAddition[],
  files: readonly LogFileReport[],
): ExitCode {
  const { dryRun, format } = context.flags;
  const extended = extendLogs(context.contentDir, additions, dryRun);
  if (!extended.ok) return refuse(context, 1, ...extended.problems);
  const report = { dryRun, files, logs: extended.logs };
  context.write(format === "json" ? logReportJson(report) : logReportText(report, context.quiet));
  return files.some(({ added, standing }) => added + standing > 0) ? 0 : 1;
}
