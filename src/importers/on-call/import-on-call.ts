import { epochOf } from "../../core/time.ts";
import type { LogFileReport } from "../logs/log-report.ts";
import type { Row } from "../logs/place.ts";
import { readRows } from "../logs/read-rows.ts";
import { notebook } from "../markdown/note.ts";
import { alertsOf, isAlertmanager, readAlert } from "./alertmanager.ts";
import { readGenericRecord } from "./generic-record.ts";
import type { Page, PageReading, ReadRecord, WorkedShift } from "./page-reading.ts";
import { isLogEntry, readLogEntries } from "./pagerduty.ts";

/** What an import of pages and shifts starts from; the caller reads the disk, the import does not. */
export interface OnCallImport extends Omit<PageReading, "take"> {
  readonly name: string;
  readonly text: string;
  /** Keys of the pages and shifts that the logs have already. */
  readonly standing: ReadonlySet<string>;
}

/** A foreign file of pages and shifts → those that the logs do not have yet, oldest first. */
export function importOnCall(request: OnCallImport): {
  readonly pages: readonly Page[];
  readonly shifts: readonly WorkedShift[];
  readonly report: LogFileReport;
} {
  const { notes, take } = notebook();
  const reading = { ...request, take };
  const rows = readRows(request.text, ["log_entries", "shifts", "pages", "notifications", "items"]);
  if (!rows.ok) {
    take("problem", "unreadable", rows.line, `The file ${rows.problem}`);
    const report = { from: request.name, read: 0, added: 0, standing: 0, leftOut: 0, notes };
    return { pages: [], shifts: [], report };
  }
  const { format, records, read, together } = readAll(rows.rows, rows.table, reading);
  const seen = new Set<string>();
  const added: ReadRecord[] = [];
  for (const record of records) {
    const key = keyOf(record);
    if (!seen.has(key) && !request.standing.has(key)) added.push(record);
    seen.add(key);
  }
  return {
    pages: added
      .flatMap((record) => (record.kind === "page" ? [record.page] : []))
      .sort((a, b) => epochOf(a.at) - epochOf(b.at) || (a.alert < b.alert ? -1 : 1)),
    shifts: added
      .flatMap((record) => (record.kind === "shift" ? [record.shift] : []))
      .sort((a, b) => epochOf(a.from) - epochOf(b.from) || (a.team < b.team ? -1 : 1)),
    report: {
      from: request.name,
      format,
      read,
      added: added.length,
      standing: records.length - added.length,
      // Several log entries tell of one page together, so only what was refused is left out of them.
      leftOut: together
        ? notes.filter(({ text }) => text.startsWith(LEFT_OUT)).length
        : read - records.length,
      notes,
    },
  };
}

const LEFT_OUT = "Left out: ";

/** What makes a page or a shift the same as another. */
export function keyOf(
  record: ReadRecord | { kind: "page"; page: Page } | { kind: "shift"; shift: WorkedShift },
): string {
  if (record.kind === "shift") {
    const { team, person, from, to } = record.shift;
    return JSON.stringify([team, person, epochOf(from), epochOf(to)]);
  }
  const { at, team, person, alert, service } = record.page;
  return JSON.stringify([epochOf(at), team, person, alert.toLowerCase(), service]);
}

function readAll(
  rows: readonly Row[],
  table: boolean,
  reading: PageReading,
): { format: string; records: readonly ReadRecord[]; read: number; together: boolean } {
  const first = rows[0];
  if (first !== undefined && !table && isLogEntry(first)) {
    const records = readLogEntries(rows, reading);
    return { format: "PagerDuty log entries", records, read: rows.length, together: true };
  }
  if (first !== undefined && !table && isAlertmanager(first)) {
    const alerts = rows.flatMap(alertsOf);
    const records = alerts.flatMap((row) => readAlert(row, reading) ?? []);
    return { format: "Alertmanager notifications", records, read: alerts.length, together: false };
  }
  const records = rows.flatMap((row) => readGenericRecord(row, reading) ?? []);
  return { format: "pages and shifts", records, read: rows.length, together: false };
}
