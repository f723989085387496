/**
 * A value as a cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe
 * before it; a number stays a number, −0.5 too.
 */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
