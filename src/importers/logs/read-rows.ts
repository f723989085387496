import type { Row } from "./place.ts";
import { rowsAt, valueAt } from "./place.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";

/** A foreign file as records, or why it is none. */
export type RowsReading =
  | { readonly ok: true; readonly table: boolean; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly line?: number; readonly problem: string };

/** The records of a JSON or CSV file; JSON may hold them as a list, under any of the names given, or be a single one. */
export function readRows(text: string, lists: readonly string[]): RowsReading {
  if (!/^\ufeff?\s*[[{]/.test(text)) {
    const table = readCsv(text);
    return table.ok ? { ok: true, table: true, rows: table.rows } : table;
  }
  const json = readJson(text);
  if (!json.ok) return json;
  const { row } = json;
  // `gh api --paginate --slurp` puts the pages into a list of their own.
  if (Array.isArray(row.data)) return { ok: true, table: false, rows: itemsOf(row).flatMap(itemsOf) };
  const held = lists.filter((name) => Array.isArray(valueAt(row, name)));
  return {
    ok: true,
    table: false,
    rows: held.length === 0 ? [row] : held.flatMap((name) => rowsAt(row, name)),
  };
}

/** The items of a list; anything else is one. */
function itemsOf(row: Row): Row[] {
  if (!Array.isArray(row.data)) return [row];
  return row.data.map((data, index) => ({ data, place: row.place.items?.[index] ?? row.place }));
}
