import type { Row } from "./place.ts";

/** A table with a head as records with their lines, or what is wrong with it. */
export type CsvReading =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** Reads CSV (RFC 4180) whose first line names the columns; commas, semicolons or tabs part them, as the head shows. */
export function readCsv(text: string): CsvReading {
  const plain = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const separator = separatorOf(plain.slice(0, Math.max(0, plain.indexOf("\n"))) || plain);
  const lines = cellsOf(plain, separator);
  if (!Array.isArray(lines)) return { ok: false, ...lines };
  const [head, ...body] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (head === undefined) return { ok: false, line: 1, problem: "is empty" };
  const names = head.cells.map(columnName);
  return {
    ok: true,
    rows: body.map(({ cells, line }) => ({
      data: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])),
      place: { line },
    })),
  };
}

/** `Started At`, `started_at` and `startedAt` name the same column. */
export function columnName(text: string): string {
  return text
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_.-]+/g, "-");
}

function separatorOf(head: string): string {
  const count = (sign: string) => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function cellsOf(text: string, separator: string): Line[] | { line: number; problem: string } {
  const lines: Line[] = [];
  let cells: string[] = [];
  let [line, begun, at] = [1, 1, 0];
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      const opened = line;
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (at >= text.length) return { line: opened, problem: "opens a quote that nothing closes" };
        if (text[at] === '"') at++;
        if (text[at] === "\n") line++;
        cell += text[at];
      }
      at++;
    }
    const end = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
    cells.push(cell + text.slice(end, at));
    if (text[at] === separator) {
      at++;
      continue;
    }
    lines.push({ line: begun, cells });
    cells = [];
    begun = ++line;
    at++;
  }
  return lines;
}
