import type { Note, NoteGroup } from "./note.ts";

/** What happened to the file of one document on the disk. */
export type WrittenState = "new" | "unchanged" | "updated" | "edited" | "in-the-way";

/** What became of one source, down to the files that it became. */
export interface FileReport {
  readonly from: string;
  readonly to: readonly { readonly path: string; readonly state: WrittenState }[];
  readonly leftOut?: string;
  readonly notes: readonly Note[];
}

/** What an import did, or would do: the loss report. */
export interface ImportReport {
  readonly dryRun: boolean;
  readonly files: readonly FileReport[];
  /** Files beside the entries: the skeleton and pictures that were copied. */
  readonly others: readonly { readonly path: string; readonly state: WrittenState }[];
}

const GROUPS: readonly NoteGroup[] = ["mapped", "prose", "dropped", "problem"];
const TITLES: Readonly<Record<NoteGroup, string>> = {
  mapped: "mapped to data",
  prose: "kept as prose",
  dropped: "dropped",
  problem: "problems",
};

/** The loss report as JSON: an object with totals, files and their notes. */
export function importReportJson(report: ImportReport): string {
  return `${JSON.stringify({ ...report, totals: totalsOf(report) }, null, 2)}\n`;
}

/** The loss report for people: each file with what it lost, then the totals. */
export function importReportText(report: ImportReport, quiet: boolean): string {
  const lines = report.files.flatMap((file) => linesOfFile(file, quiet));
  for (const { path, state } of report.others)
    if (!quiet && state !== "unchanged") lines.push(`${path}: ${WORDS[state]}`);
  return `${[...lines, ...totalLines(report)].join("\n")}\n`;
}

const WORDS: Readonly<Record<WrittenState, string>> = {
  new: "new",
  unchanged: "unchanged",
  updated: "updated, since its source changed",
  edited: "left alone: somebody edited it since it was imported",
  "in-the-way": "left alone: it was not made by an import",
};

function linesOfFile({ from, to, leftOut, notes }: FileReport, quiet: boolean): string[] {
  const shown = notes.filter(({ group }) => group === "problem" || (!quiet && group !== "mapped"));
  const places = to.map(({ path, state }) => `${path} (${WORDS[state]})`).join(", ");
  const head = leftOut === undefined ? `${from} → ${places}` : `${from}: left out, ${leftOut}`;
  const mapped = notes.filter(({ group }) => group === "mapped");
  const counted = quiet || mapped.length === 0 ? [] : [`  mapped to data: ${countWords(mapped)}`];
  if (
    quiet &&
    leftOut === undefined &&
    shown.length === 0 &&
    to.every(({ state }) => state !== "edited" && state !== "in-the-way")
  )
    return [];
  return [
    head,
    ...counted,
    ...shown.map(
      ({ group, what, line, text }) =>
        `  ${from}${line === undefined ? "" : `:${line}`} ${TITLES[group]}, ${what}: ${text}`,
    ),
  ];
}

function countWords(notes: readonly Note[]): string {
  const counts = new Map<string, number>();
  for (const { what } of notes) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].map(([what, count]) => (count === 1 ? what : `${count} × ${what}`)).join(", ");
}

function totalLines(report: ImportReport): string[] {
  const { files, leftOut, documents, notes } = totalsOf(report);
  const states = Object.entries(documents).map(([state, count]) => `${count} ${state}`);
  return [
    `${files} files read, ${leftOut} left out; documents: ${states.join(", ") || "none"}${report.dryRun ? " (nothing was written: --dry-run)" : ""}`,
    GROUPS.map((group) => `${TITLES[group]}: ${notes[group]}`).join("; "),
  ];
}

function totalsOf({ files }: ImportReport) {
  const documents: Partial<Record<WrittenState, number>> = {};
  const notes: Record<NoteGroup, number> = { mapped: 0, prose: 0, dropped: 0, problem: 0 };
  for (const file of files) {
    for (const { state } of file.to) documents[state] = (documents[state] ?? 0) + 1;
    for (const { group } of file.notes) notes[group]++;
  }
  return {
    files: files.length,
    leftOut: files.filter(({ leftOut }) => leftOut !== undefined).length,
    documents,
    notes,
  };
}
