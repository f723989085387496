import { csvText } from "../../core/tables/csv-text.ts";

/** Hands out the rows of a table that are shown, in the order in which they are shown. */
export function downloadTable(table: HTMLTableElement, name: string): void {
  const heads = [...table.tHead!.rows[0]!.cells].map((head) => head.textContent.trim());
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-facts]:not([hidden])")].map((row) => [
    ...[...row.cells].map((cell) => cell.dataset.text ?? cell.textContent.trim()),
    row.querySelector<HTMLAnchorElement>("a.row-title")?.href ?? "",
  ]);
  const link = document.createElement("a");
  // The mark in front tells spreadsheets that it is UTF-8.
  const text = `\ufeff${csvText([[...heads, "URL"], ...rows])}`;
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
