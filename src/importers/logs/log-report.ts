import { visibleText } from "../../core/reports/visible-text.ts";
import type { Note, NoteGroup } from "../markdown/note.ts";

/** What became of one foreign file. */
export interface LogFileReport {
  readonly from: string;
  /** What its records are, as `GitHub deployments`; absent where it could not be read. */
  readonly format?: string;
  readonly read: number;
  readonly added: number;
  /** Records that the logs had already. */
  readonly standing: number;
  readonly leftOut: number;
  readonly notes: readonly Note[];
}

/** What an import into logs did, or would do: the loss report. */
export interface LogReport {
  readonly dryRun: boolean;
  readonly files: readonly LogFileReport[];
  /** The logs that it wrote. */
  readonly logs: readonly {
    readonly path: string;
    readonly added: number;
    readonly state: "new" | "extended";
  }[];
}

const TITLES: Readonly<Record<NoteGroup, string>> = {
  mapped: "mapped to data",
  prose: "kept as prose",
  dropped: "dropped",
  problem: "problems",
};

/** The loss report as JSON. */
export function logReportJson(report: LogReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The loss report for people: each file with what it lost, then the logs that were written. */
export function logReportText({ dryRun, files, logs }: LogReport, quiet: boolean): string {
  const lines = files.flatMap((file) => [
    ...(quiet && file.leftOut === 0 ? [] : [headOf(file)]),
    ...file.notes
      .filter(({ group }) => !quiet || group === "problem")
      .map(
        ({ group, what, line, text }) =>
          `  ${file.from}${line === undefined ? "" : `:${line}`} ${TITLES[group]}, ${what}: ${visibleText(text)}`,
      ),
  ]);
  if (!quiet)
    lines.push(
      ...logs.map(
        ({ path, added, state }) => `${path}: ${added} added${state === "new" ? ", a new file" : ""}`,
      ),
      ...(logs.length === 0 ? ["Nothing was written: there is nothing new."] : []),
      ...(dryRun && logs.length > 0 ? ["Nothing was written: --dry-run."] : []),
    );
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function headOf({ from, format, read, added, standing, leftOut }: LogFileReport): string {
  const kind = format === undefined ? "" : ` (${format})`;
  return `${from}${kind}: ${read} read, ${added} added, ${standing} recorded already, ${leftOut} left out`;
}
